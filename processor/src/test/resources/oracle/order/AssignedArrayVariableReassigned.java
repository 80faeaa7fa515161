// An element is assigned in the array that the variable held at the start.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 3, 9. */
public final class AssignedArrayVariableReassigned {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2};
        int[] old = a;
        int i = 0;
        a[i] = await(world.later("v", 10)) + (a = new int[] {7, 8})[i = 1];
        return done(old[0] + " " + old[1] + " " + a[0] + " " + a[1] + " " + i);
    }
}
