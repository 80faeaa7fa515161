// A finally that breaks or continues drops what was pending.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 42. */
@SuppressWarnings("finally")
public final class FinallyOverridesByBreak {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        loop:
        for (int i = 0; i < 5; i++) {
            try {
                text += await(world.later("a", i));
                if (i == 0) {
                    throw new IllegalArgumentException("dropped");
                }
                if (i == 1) {
                    return done("dropped");
                }
                if (i == 2) {
                    break;
                }
            } finally {
                text += await(world.later("b", "f"));
                if (i < 3) {
                    continue loop;
                }
                break;
            }
        }
        return done(text);
    }
}
