// A field read to the left of an await that sets it keeps its old value.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 5. */
public final class FieldReadBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        return done(field + set(await(world.later("set", 10))) + field);
    }

    private int field = 1;

    private int set(int value) {
        field = value;
        return 100 * value;
    }
}
