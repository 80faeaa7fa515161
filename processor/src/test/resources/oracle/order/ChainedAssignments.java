// A chained assignment goes from the right, its places from the left.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 13. */
public final class ChainedAssignments {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3};
        int x = 0;
        int y = x = a[await(world.later("i", 1))] += await(world.later("v", 10));
        int[] b = {0, 0};
        b[world.see("p", 0)] = b[world.see("q", 1)] = x = await(world.later("w", 5));
        return done(x + " " + y + " " + a[1] + " " + b[0] + " " + b[1]);
    }
}
