// A returned task's outcome becomes the body's.
package oracle.control;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** design.md 3.5. */
public final class ReturnTask {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("a"));
        return world.later("result", "value");
    }
}
