// An error of the JVM in await-free code is caught like any other.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class StackOverflowIsCaught {
    @Async
    public Task<Object> body(World world) {
        int[] depth = {0};
        try {
            await(world.pause("a"));
            descend(depth);
        } catch (StackOverflowError e) {
            world.trace("overflow");
            await(world.pause("b"));
        }
        return done(depth[0] > 100);
    }

    private static void descend(int[] depth) {
        depth[0]++;
        descend(depth);
    }
}
