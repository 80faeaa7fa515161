// A local read to the left of an await that sets it keeps its old value.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 5. */
public final class LocalReadBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        int sum = x + (x = await(world.later("set", 10))) + x;
        return done(sum * 100 + x);
    }
}
