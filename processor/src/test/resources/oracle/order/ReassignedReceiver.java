// A receiver read from a variable that a later argument reassigns is the old one.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 3. */
public final class ReassignedReceiver {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "old", 1);
        int sum = box.add(await(world.later("x", 2)), (box = new Box(world, "new", 5)).value);
        return done(sum + " " + box);
    }
}
