// A plain assignment out of bounds fails after its right side is evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 9; Roslyn #42464. */
public final class AssignedElementOutOfBounds {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3};
        try {
            a[world.see("i", 3)] = await(world.later("v", 10));
        } catch (ArrayIndexOutOfBoundsException expected) {
            world.caught(expected);
        }
        a[world.see("j", 0)] = await(world.later("w", 20));
        return done(a);
    }
}
