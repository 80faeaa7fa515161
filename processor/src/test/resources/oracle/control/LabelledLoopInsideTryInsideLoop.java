// A continue of an outer loop from within a try in a while.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 32. */
public final class LabelledLoopInsideTryInsideLoop {
    @Async
    public Task<Object> body(World world) {
        int n = 0;
        String text = "";
        outer:
        while (n < 5) {
            n++;
            int m = 0;
            while (true) {
                try {
                    m += await(world.later("a", 1));
                    if (m == 2) {
                        continue outer;
                    }
                    if (n == 4) {
                        break;
                    }
                } finally {
                    text += n + "" + m + await(world.later("b", " "));
                }
            }
            text += "broken ";
        }
        return done(text);
    }
}
