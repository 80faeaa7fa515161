// An array store failure comes last of all.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 9. */
public final class ArrayStoreFailsLast {
    @Async
    public Task<Object> body(World world) {
        Object[] a = new String[1];
        try {
            a[world.see("i", 0)] = await(world.later("v", 10));
        } catch (ArrayStoreException expected) {
            world.caught(expected);
        }
        try {
            a[world.see("j", 1)] = await(world.later("w", 20));
        } catch (ArrayIndexOutOfBoundsException expected) {
            world.caught(expected);
        }
        return done(a);
    }
}
