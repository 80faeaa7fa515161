// A loop may await only in its condition.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class AwaitOnlyInCondition {
    @Async
    public Task<Object> body(World world) {
        int sum = 0;
        for (int i = 0; await(world.later("condition", i)) < 3; i++) {
            if (i == 1) continue;
            sum += i;
        }
        int n = 0;
        do n++; while (await(world.later("again", n)) < 3);
        return done(sum + 10 * n);
    }
}
