// Labelled break and continue leave to the loop that they name.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 32. */
public final class LabelledBreakAndContinue {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            inner:
            for (int j = 0; ; j++) {
                text.append(i).append(await(world.later("a", j))).append(' ');
                if (i == 1) {
                    continue outer;
                }
                if (i == 3) {
                    break outer;
                }
                if (j == 1) {
                    continue inner;
                }
                if (j == await(world.later("b", 2))) {
                    break inner;
                }
            }
            text.append("end").append(i).append(' ');
        }
        return done(text.toString());
    }
}
