// What a cancelled body calls is cancelled with it, but for what its handlers call.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class CancelledCallees {
    @Async
    public Task<Object> body(World world) {
        int sum = 0;
        try {
            sum += await(call(world, "first"));
        } catch (RuntimeException e) {
            world.caught(e);
            sum += 10 * await(call(world, "cleanup"));
        }
        try {
            sum += 100 * await(call(world, "second"));
        } finally {
            sum += 1000 * await(call(world, "finally"));
            world.log(sum);
        }
        return done(sum);
    }

    @Async
    private static Task<Integer> call(World world, String name) {
        try {
            return done(await(world.later(name, 1)));
        } finally {
            await(world.pause(name + " ends"));
        }
    }
}
