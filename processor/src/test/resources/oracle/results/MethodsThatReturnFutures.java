// A method that returns a future is held, fails and ends as one that returns a task.
package oracle.results;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import oracle.World;

public final class MethodsThatReturnFutures {
    private int entered;

    @Async
    public Task<Object> body(World world) {
        int sum = await(half(world, 3)) + await(half(world, 8));
        try {
            sum += await(stage(world, sum));
        } catch (IllegalArgumentException failure) {
            world.caught(failure);
        }
        world.log(entered);
        return done(sum + await(forwarded(world)));
    }

    @Async
    private CompletableFuture<Integer> half(World world, int n) {
        entered++;
        try {
            if (await(world.later("even " + n, n % 2 == 0))) {
                return CompletableFuture.completedFuture(n / await(world.future("two", 2)));
            }
            world.trace("odd");
        } catch (IllegalStateException failure) {
            world.caught(failure);
            return CompletableFuture.completedFuture(-1);
        } finally {
            await(world.pause("finally " + n));
            entered--;
        }
        return CompletableFuture.completedFuture(0);
    }

    @Async
    private CompletionStage<Integer> stage(World world, int n) {
        if (await(world.future("stage", n)) > 3) {
            throw new IllegalArgumentException("more than 3");
        }
        return CompletableFuture.completedStage(n);
    }

    @Async
    private CompletableFuture<Integer> forwarded(World world) {
        try {
            await(world.pause("before"));
            return world.future("forwarded", 7);
        } catch (RuntimeException failure) {
            world.caught(failure);
            return CompletableFuture.completedFuture(await(half(world, 4)));
        } finally {
            world.trace("left");
        }
    }
}
