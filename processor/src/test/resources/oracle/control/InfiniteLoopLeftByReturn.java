// A loop without an exit is left by a return within.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 33. */
public final class InfiniteLoopLeftByReturn {
    @Async
    public Task<Object> body(World world) {
        int i = 0;
        while (true) {
            i += await(world.later("a", 3));
            if (i > 10) {
                return done(i);
            }
        }
    }
}
