// The array and index of a compound assignment are evaluated once, in order.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 8. */
public final class CompoundElement {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3};
        int result = array(world, a)[await(world.later("i", 1))] += await(world.later("v", 10));
        array(world, a)[world.see("j", 2)] -= await(world.later("w", 100));
        return done(result + " " + a[0] + " " + a[1] + " " + a[2]);
    }

    private static int[] array(World world, int[] a) {
        world.trace("array");
        return a;
    }
}
