// A continue in a for loop runs the update, which awaits.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class ContinueRunsUpdate {
    @Async
    public Task<Object> body(World world) {
        int odd = 0;
        int i;
        for (i = 0; i < 6; i = await(world.later("update", i + 1))) {
            if (i % 2 == 0) {
                continue;
            }
            odd += await(world.later("body", i));
        }
        return done(odd + " " + i);
    }
}
