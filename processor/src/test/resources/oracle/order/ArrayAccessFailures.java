// An array access fails after its awaited index, if the array is null or too short.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ArrayAccessFailures {
    @Async
    public Task<Object> body(World world) {
        int[] none = world.see("none", (int[]) null);
        int[] one = {1};
        int n = 0;
        try {
            n += none[await(world.later("i", 0))] + await(world.later("never", 1));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        try {
            n += one[await(world.later("j", 1))] + await(world.later("never", 1));
        } catch (ArrayIndexOutOfBoundsException expected) {
            world.caught(expected);
        }
        try {
            n += one[world.see("k", 2)] + await(world.later("never", 1));
        } catch (ArrayIndexOutOfBoundsException expected) {
            world.caught(expected);
        }
        return done(n);
    }
}
