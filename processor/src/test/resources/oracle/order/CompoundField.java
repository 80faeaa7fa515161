// A compound assignment to a field overwrites what was written to it meanwhile.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 7. */
public final class CompoundField {
    @Async
    public Task<Object> body(World world) {
        int result = field += set(await(world.later("a", 10)));
        this.field *= await(world.later("b", 3));
        return done(result + " " + field);
    }

    private int field = 1;

    private int set(int value) {
        field = 1000;
        return value;
    }
}
