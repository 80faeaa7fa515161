// An array element read to the left of an await that sets it keeps its old value.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 5. */
public final class ElementReadBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3};
        int sum = a[1] + (a[1] = await(world.later("set", 20))) + a[1];
        return done(sum + " " + a[1]);
    }
}
