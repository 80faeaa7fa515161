// Futures are awaited in generators, and generators are consumed by methods that return futures.
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
import oracle.World;

public final class OfFutures {
    @Async
    public Task<Object> body(World world) {
        return done(await(sum(world, 2)) + await(sum(world, 5)));
    }

    @Async
    private CompletableFuture<Integer> sum(World world, int limit) {
        int sum = 0;
        for (int n : each(numbers(world))) {
            sum += n;
            if (sum >= limit) {
                return CompletableFuture.completedFuture(sum);
            }
        }
        return world.future("all", sum);
    }

    @Async
    private AsyncSequence<Integer> numbers(World world) {
        try {
            emit(await(world.future("one", 1)));
            emit(await(world.later("two", 2)));
        } finally {
            await(world.future("closed", null));
        }
        return end();
    }
}
