// An async lambda captures, takes and declares variables whose types have no name.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 25, 51. */
public final class AsyncLambdaInferredTypes<N extends Number> {
    private static <T, R> R first(List<T> values, Function<T, R> function) {
        return function.apply(values.get(0));
    }

    @Async
    private <S extends CharSequence> Task<Object> generic(World world, N number, S text) {
        List<Object> seen = new ArrayList<>();
        var map = new TreeMap<>(Map.of("a", 1, "b", "x"));
        Supplier<Task<Object>> captures = () -> {
            var value = map.get(await(world.later("key", "a")));
            var list = List.of(value, 2.0);
            await(world.pause("in"));
            seen.add(text.length() + number.intValue());
            return done(list.get(0));
        };
        seen.add(await(captures.get()));
        for (var entry : map.entrySet()) {
            Supplier<Task<String>> each = () -> done(entry.getKey() + await(world.later("e", entry.getValue())));
            seen.add(await(each.get()));
        }
        Task<String> first = first(List.of(1, "c"), one -> done(one + await(world.later("one", one)).toString()));
        seen.add(await(first));
        return done(seen);
    }

    @Async
    public Task<Object> body(World world) {
        return done(await(new AsyncLambdaInferredTypes<Integer>().generic(world, 5, "text")));
    }
}
