// A multi-catch that awaits catches each of its types.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.FileNotFoundException;
import java.io.IOException;
import oracle.World;

/** semantics.md 44. */
public final class MultiCatch {
    @Async
    public Task<Object> body(World world) throws Exception {
        String text = "";
        for (int i = 0; i < 4; i++) {
            try {
                await(world.risky("a", i));
                if (i == 0) {
                    throw new IllegalArgumentException("zero");
                } else if (i == 1) {
                    throw new FileNotFoundException("one");
                } else if (i == 2) {
                    throw new IndexOutOfBoundsException("two");
                }
                text += "none";
            } catch (IllegalArgumentException | IOException e) {
                text += await(world.later("b", e.getMessage()));
            } catch (IndexOutOfBoundsException | IllegalStateException e) {
                text += e.getMessage() + await(world.later("c", "!"));
            }
        }
        return done(text);
    }
}
