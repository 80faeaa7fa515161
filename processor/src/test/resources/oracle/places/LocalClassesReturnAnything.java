// Methods of local and anonymous classes return futures and sequences too, and use what the classes captured.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import oracle.World;

public final class LocalClassesReturnAnything {
    private final String own = "own";

    @Async
    public Task<Object> body(World world) {
        int all = 0;
        for (long value : each(counter(world, 2, 10L).values(3))) {
            all = (int) (all + value);
        }
        String name = "name";
        Source<String> source = new Source<>() {
            private int calls;

            @Async
            @Override
            public AsyncSequence<String> values(int count) {
                for (int i = 0; i < count; i++) {
                    emit(own + name + ++calls + await(world.later("inner", i)));
                }
                return end();
            }

            @Async
            @Override
            public CompletionStage<String> last() {
                String last = "none";
                for (String value : each(values(2))) {
                    last = value;
                }
                return CompletableFuture.completedStage(last + name);
            }
        };
        String texts = await(source.last()) + await(source.last());
        return done(all + texts + await(counter(world, 3, 20L).last()));
    }

    private Source<Long> counter(World world, int factor, long start) {
        class Counter implements Source<Long> {
            @Async
            @Override
            public AsyncSequence<Long> values(int count) {
                long at = start;
                try {
                    for (int i = 0; i < count; i++) {
                        at += factor * await(world.later("step", 1L));
                        emit(at);
                    }
                } finally {
                    world.trace("left " + own);
                }
                return end();
            }

            @Async
            @Override
            public CompletableFuture<Long> last() {
                long last = await(world.future("first", start));
                for (long value : each(values(factor))) {
                    last = value;
                }
                return CompletableFuture.completedFuture(last);
            }
        }
        return new Counter();
    }

    private interface Source<T> {
        AsyncSequence<T> values(int count);

        CompletionStage<T> last();
    }
}
