// A branch that returns and one that throws leave nothing after them.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 33. */
public final class CodeAfterReturn {
    @Async
    public Task<Object> body(World world) {
        if (await(world.later("a", true))) {
            if (await(world.later("b", false))) {
                throw new IllegalStateException("never");
            } else {
                return done("returned " + await(world.later("c", 1)));
            }
        } else {
            throw new IllegalStateException("never");
        }
    }
}
