// A compound assignment out of bounds fails before its right side is evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 8; Roslyn #42464: the failure came after. */
public final class CompoundElementOutOfBounds {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3};
        try {
            a[await(world.later("i", 3))] += await(world.later("v", 10));
        } catch (ArrayIndexOutOfBoundsException expected) {
            world.caught(expected);
        }
        try {
            a[world.see("j", -1)] *= await(world.later("w", 10));
        } catch (ArrayIndexOutOfBoundsException expected) {
            world.caught(expected);
        }
        return done(a);
    }
}
