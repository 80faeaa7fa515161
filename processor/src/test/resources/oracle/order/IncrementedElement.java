// An array element with an awaited index is incremented once, before or after its value is taken.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 11. */
public final class IncrementedElement {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3};
        int x = a[await(world.later("i", 1))]++;
        int y = ++a[await(world.later("j", 1))];
        int z = a[await(world.later("k", 2))]-- - --a[await(world.later("l", 2))];
        return done(x + " " + y + " " + z + " " + a[1] + " " + a[2]);
    }
}
