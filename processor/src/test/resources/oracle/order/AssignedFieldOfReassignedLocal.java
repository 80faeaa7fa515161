// A field is assigned in the object that the local held at the start.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 3, 10. */
public final class AssignedFieldOfReassignedLocal {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "old", 1);
        Box old = box;
        box.value = await(world.later("v", 10)) + (box = new Box(world, "new", 5)).value;
        return done(old + " " + box);
    }
}
