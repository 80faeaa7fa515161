// A boxed array element with an awaited index is incremented.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 11. */
public final class IncrementedBoxedElement {
    @Async
    public Task<Object> body(World world) {
        Integer[] a = {1, 2, null};
        Integer x = a[await(world.later("i", 1))]++;
        Integer y = ++a[await(world.later("j", 0))];
        try {
            a[await(world.later("k", 2))]++;
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done(x + " " + y + " " + a[0] + " " + a[1] + " " + a[2]);
    }
}
