// An exception in a catch is not caught by its siblings, and the finally runs.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 43. */
public final class ThrowFromCatch {
    @Async
    public Task<Object> body(World world) {
        try {
            try {
                await(world.pause("a"));
                throw new IllegalArgumentException("first");
            } catch (IllegalArgumentException e) {
                await(world.pause("b"));
                throw new IllegalStateException("second");
            } catch (IllegalStateException e) {
                world.trace("never");
            } finally {
                await(world.pause("c"));
            }
        } catch (IllegalStateException e) {
            world.caught(e);
        }
        return done("end");
    }
}
