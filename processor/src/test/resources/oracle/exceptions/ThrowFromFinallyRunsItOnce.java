// A throw out of a finally after an await does not run it again.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 43; Kotlin KT-28207. */
public final class ThrowFromFinallyRunsItOnce {
    @Async
    public Task<Object> body(World world) {
        int[] runs = {0};
        try {
            try {
                await(world.pause("a"));
            } catch (IllegalArgumentException e) {
                world.trace("never");
            } finally {
                runs[0]++;
                await(world.pause("b"));
                if (runs[0] < 5) {
                    throw new IllegalArgumentException("runs " + runs[0]);
                }
            }
        } catch (IllegalArgumentException e) {
            world.caught(e);
        }
        return done(runs);
    }
}
