// A loop within a finally may break and continue without dropping what is pending.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 40. */
public final class LoopInsideFinally {
    @Async
    public Task<Object> body(World world) {
        try {
            await(world.pause("a"));
            return done("pending");
        } finally {
            for (int i = 0; i < 4; i++) {
                if (i == 1) {
                    continue;
                }
                await(world.pause("b"));
                if (i == 2) {
                    break;
                }
            }
        }
    }
}
