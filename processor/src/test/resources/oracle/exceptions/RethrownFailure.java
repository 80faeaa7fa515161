// A rethrown failure is the same one, with what was suppressed on the way.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** design.md 3.4. */
public final class RethrownFailure {
    @Async
    public Task<Object> body(World world) {
        try {
            await(world.pause("a"));
            await(world.pause("b"));
        } catch (Exception e) {
            e.addSuppressed(new IllegalStateException("added"));
            await(world.pause("c"));
            throw e;
        }
        return done("end");
    }
}
