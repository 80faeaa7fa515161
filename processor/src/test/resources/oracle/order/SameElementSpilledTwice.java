// The same array element read twice around two awaits has each time its value of then.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 13. */
public final class SameElementSpilledTwice {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1};
        String text = a[0] + ":" + (a[0] = await(world.later("x", 2))) + ":" + a[0] + ":" + (a[0] = await(world.later("y", 3))) + ":" + a[0];
        return done(text);
    }
}
