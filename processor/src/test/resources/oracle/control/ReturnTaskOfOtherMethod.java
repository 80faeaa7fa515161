// A method that returns another's task completes with it.
package oracle.control;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** design.md 3.5. */
public final class ReturnTaskOfOtherMethod {
    @Async
    public Task<Object> body(World world) {
        return outer(world, 3);
    }

    @Async
    private Task<Object> outer(World world, int depth) {
        await(world.pause("depth"));
        if (depth == 0) {
            return world.later("leaf", "leaf");
        }
        return outer(world, depth - 1);
    }
}
