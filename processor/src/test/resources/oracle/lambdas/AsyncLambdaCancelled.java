// An async lambda is a call of its own: it is told of a cancellation, and whoever awaits it is not by that.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Work;
import oracle.World;

public final class AsyncLambdaCancelled {
    @Async
    public Task<Object> body(World world) {
        Work<Integer, RuntimeException> swallows = () -> {
            try {
                await(world.pause("a"));
                return done(1);
            } catch (RuntimeException e) {
                world.caught(e);
                return done(await(world.later("b", 2)));
            }
        };
        Work<Integer, RuntimeException> cleans = () -> {
            try {
                return done(await(world.later("c", 10)));
            } finally {
                await(world.pause("d"));
            }
        };
        int sum = await(swallows.call());
        try (var resource = world.open("resource")) {
            sum += await(cleans.call());
            world.log(resource.name);
        } catch (RuntimeException e) {
            world.caught(e);
            sum += 100 * await(swallows.call());
        }
        return done(sum + await(swallows.call()));
    }
}
