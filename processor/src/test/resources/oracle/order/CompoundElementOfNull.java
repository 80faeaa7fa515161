// A compound assignment to an element of null fails before its right side is evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 8. */
public final class CompoundElementOfNull {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("start"));
        int[] a = world.see("array", (int[]) null);
        try {
            a[world.see("i", 0)] += await(world.later("v", 10));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }
}
