// A task that a call returns is cancelled with it, unless the call was told before.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import oracle.Work;
import oracle.World;

public final class CancelledBeforeReturning {
    @Async
    public Task<Object> body(World world) {
        try {
            world.log(await(told(world)));
        } catch (CancellationException failure) {
            world.caught(failure);
        }
        Work<Integer, RuntimeException> lambda = () -> {
            int n = await(swallowed(world));
            return world.later("lambda " + n, n);
        };
        int m = await(lambda.call());
        int n = await(future(world));
        return world.later("untold " + n, n + m);
    }

    @Async
    private Task<Integer> told(World world) {
        try {
            return world.later("value", await(world.later("told", 1)));
        } catch (CancellationException failure) {
            world.caught(failure);
            return world.later("instead", 2);
        }
    }

    @Async
    private CompletableFuture<Integer> future(World world) {
        try {
            await(world.pause("future"));
        } catch (CancellationException failure) {
            world.caught(failure);
        }
        return world.future("returned", 3);
    }

    @Async
    private Task<Integer> swallowed(World world) {
        try {
            return done(await(world.later("swallowed", 4)));
        } catch (CancellationException failure) {
            world.caught(failure);
        }
        return done(5);
    }
}
