// A field access of a local that is reassigned later reads the old object.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 5. */
public final class FieldOfReassignedLocal {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "old", 1);
        Box other = box;
        int sum = box.value + (box = new Box(world, "new", await(world.later("v", 10)))).value + box.value + other.value;
        return done(sum);
    }
}
