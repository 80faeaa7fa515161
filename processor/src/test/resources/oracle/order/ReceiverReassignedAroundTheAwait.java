// A receiver that an argument before the await reassigns is still the old one.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 3. */
public final class ReceiverReassignedAroundTheAwait {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "old", 1);
        int sum = box.add((box = new Box(world, "new", 5)).value, await(world.later("x", 2)));
        return done(sum + " " + box);
    }
}
