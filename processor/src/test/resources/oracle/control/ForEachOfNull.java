// A for-each over an awaited null fails before its first iteration.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

/** semantics.md 35. */
public final class ForEachOfNull {
    @Async
    public Task<Object> body(World world) {
        int[] none = await(world.later("a", (int[]) null));
        try {
            for (int x : none) {
                await(world.later("b", x));
            }
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        try {
            for (Object x : await(world.later("c", (List<?>) null))) {
                await(world.later("d", x));
            }
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }
}
