// A returned task is made before the finally blocks and decides after them.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** design.md 3.5: its failure is not seen by the catch blocks it leaves. */
public final class ReturnedTaskAfterFinally {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("a"));
        try {
            try {
                return world.later("result", "value");
            } catch (IllegalStateException e) {
                world.trace("never");
                return done("caught");
            } finally {
                await(world.pause("inner"));
            }
        } finally {
            world.trace("outer");
        }
    }
}
