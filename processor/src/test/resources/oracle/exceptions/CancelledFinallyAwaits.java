// A finally that awaits works also where the body was cancelled.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CancellationException;
import oracle.World;

/** semantics.md 47. */
public final class CancelledFinallyAwaits {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try {
            text += await(world.later("a", 1));
            text += await(world.later("b", 2));
        } catch (CancellationException e) {
            world.trace("cancelled");
            text += await(world.later("c", "cleanup"));
        } finally {
            text += await(world.later("d", "finally"));
            world.log(text);
        }
        return done(text);
    }
}
