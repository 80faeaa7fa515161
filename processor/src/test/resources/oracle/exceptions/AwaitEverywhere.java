// A try awaits in its body, its catch and its finally.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 39, 40. */
public final class AwaitEverywhere {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int i = 0; i < 2; i++) {
            try {
                text += await(world.later("a", "t" + i));
                if (i == 1) {
                    throw new IllegalStateException("i" + i);
                }
                text += await(world.later("b", "u"));
            } catch (IllegalStateException e) {
                text += await(world.later("c", "c")) + e.getMessage();
            } finally {
                text += await(world.later("d", "f"));
            }
        }
        return done(text);
    }
}
