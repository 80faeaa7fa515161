// A for loop may await only in its update.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class AwaitOnlyInUpdate {
    @Async
    public Task<Object> body(World world) {
        int sum = 0;
        for (int i = 0; i < 4; i = await(world.later("update", i + 1))) {
            if (i == 1) continue;
            sum += i;
            if (i == 3) break;
        }
        return done(sum);
    }
}
