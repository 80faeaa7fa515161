// A plain assignment to an element of null fails after its right side is evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 9. */
public final class AssignedElementOfNull {
    @Async
    public Task<Object> body(World world) {
        int[] a = world.see("array", (int[]) null);
        try {
            a[await(world.later("i", 5))] = await(world.later("v", 10));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }
}
