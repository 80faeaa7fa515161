// A do loop awaits in its body and condition, and continue goes to the condition.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class DoLoop {
    @Async
    public Task<Object> body(World world) {
        int i = 0;
        String text = "";
        do {
            i++;
            if (i == 2) {
                continue;
            }
            text += await(world.later("a", i));
            if (i == 4) {
                break;
            }
        } while (await(world.later("b", i)) < 10);
        do text += await(world.later("c", "once")); while (world.see("d", false));
        return done(text);
    }
}
