// An async lambda goes through a sequence as a method does, and is told of what the generator fails with.
package oracle.sequences;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import oracle.Work;
import oracle.World;

public final class ConsumedInLambdas {
    @Async
    public Task<Object> body(World world) {
        int limit = 3;
        Work<Integer, RuntimeException> sums = () -> {
            int sum = 0;
            for (int value : each(upTo(world, limit))) {
                sum += value;
            }
            return done(sum);
        };
        Supplier<CompletableFuture<Integer>> first = () -> {
            for (int value : each(upTo(world, limit + 2))) {
                if (value > await(world.later("least", 1))) {
                    return CompletableFuture.completedFuture(value);
                }
            }
            return CompletableFuture.completedFuture(0);
        };
        int sum = await(sums.call()) + await(first.get());
        return done(sum + await(Plain.last(world, upTo(world, 2)).call()));
    }

    @Async
    private AsyncSequence<Integer> upTo(World world, int count) {
        try {
            for (int i = 1; i <= count; i++) {
                emit(await(world.later("value " + i, i)));
            }
        } finally {
            world.trace("left");
        }
        return end();
    }

    @Async
    private static final class Plain {
        static Work<Integer, RuntimeException> last(World world, AsyncSequence<Integer> values) {
            return () -> {
                int last = 0;
                for (int value : each(values)) {
                    last = value;
                    world.log(last);
                }
                return done(last);
            };
        }
    }
}
