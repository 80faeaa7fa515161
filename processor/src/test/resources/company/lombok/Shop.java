package p;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.io.IOException;
import java.util.*;
import lombok.*;
import lombok.extern.java.Log;

@Log
@Data
@Builder
class Shop {
    private final String name;

    @Singular
    private final List<String> things;

    private int sold;

    @Value
    static class Order {
        String thing;
        int count;
    }

    @RequiredArgsConstructor
    static class Resource implements AutoCloseable {
        private final List<String> trace;

        @Override
        public void close() {
            trace.add("closed");
        }

        void end() {
            trace.add("ended");
        }
    }

    @Async
    Task<Integer> accessors(Order order) {
        await(checkpoint());
        setSold(getSold() + order.getCount());
        log.fine(getName() + " sold " + order.getThing());
        await(checkpoint());
        return done(sold);
    }

    @Async
    static Task<Integer> twice(int x) {
        await(checkpoint());
        return done(2 * x);
    }

    @Async
    Task<String> vals() {
        val number = await(twice(1));
        var other = await(twice(2));
        val list = new ArrayList<String>();
        for (val thing : things) {
            await(checkpoint());
            list.add(thing);
        }
        for (val thing : things) {
            final val upper = thing.toUpperCase(Locale.ROOT);
            list.add(upper);
        }
        other += number;
        await(checkpoint());
        return done(number + ", " + other + ", " + list);
    }

    @Async
    Task<List<String>> cleanup() {
        List<String> trace = new ArrayList<>();
        {
            @Cleanup Resource first = new Resource(trace); // closed last
            trace.add("a");
            await(checkpoint());
            trace.add("b");
            @Cleanup("end")
            val second = new Resource(trace);
            await(checkpoint());
            trace.add("c"); // before both
        }
        return done(trace);
    }

    @Async
    Task<List<String>> cleanupWithoutAwait(List<String> trace) {
        await(checkpoint());
        if (trace.isEmpty()) {
            @Cleanup Resource resource = new Resource(trace);
            trace.add("a");
            return done(trace);
        }
        return done(List.of());
    }

    @SneakyThrows
    @Async
    Task<Integer> sneaky(boolean fails) {
        // Not declared.
        await(checkpoint());
        if (fails) {
            throw new IOException("sneaky");
        }
        return done(await(twice(1)));
    }

    @SneakyThrows({IOException.class, InterruptedException.class})
    @Async
    Task<Integer> sneakyAboutTwo(@NonNull String s) {
        if (s.isEmpty()) throw new InterruptedException("empty");
        else if (s.isBlank()) throw new IOException("blank");
        return done(await(twice(s.length())));
    }

    @Async
    Task<Integer> nonNull(int before, @NonNull String s, @NonNull String t) {
        await(checkpoint());
        return done(s.length() + t.length());
    }
}
