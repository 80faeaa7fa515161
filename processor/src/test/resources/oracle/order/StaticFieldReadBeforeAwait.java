// A static field read to the left of an await that sets it keeps its old value.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 5. */
public final class StaticFieldReadBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        Box.shared = 3;
        int sum = Box.shared * set(await(world.later("set", 5))) + Box.shared;
        return done(sum);
    }

    private static int set(int value) {
        Box.shared = value;
        return value;
    }
}
