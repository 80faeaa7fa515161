// A cancellation passes handlers that are not for it.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CancellationException;
import oracle.World;

/** design.md 3.8. */
public final class CancellationIsAnException {
    @Async
    public Task<Object> body(World world) {
        try {
            try {
                await(world.pause("a"));
                await(world.pause("b"));
            } catch (IllegalArgumentException e) {
                world.trace("never");
            } finally {
                world.trace("finally");
            }
        } catch (IllegalStateException e) {
            world.caught(e);
            if (!(e instanceof CancellationException)) {
                await(world.pause("other"));
            }
        }
        return done("end");
    }
}
