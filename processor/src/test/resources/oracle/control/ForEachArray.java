// A for-each over an array evaluates it once and sees what the body writes to it.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 35. */
@SuppressWarnings("lossy-conversions")
public final class ForEachArray {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3};
        int sum = 0;
        for (int x : array(world, a)) {
            sum = sum * 10 + x + await(world.later("b", 0));
            a[2] = 9;
            a = new int[] {7};
        }
        for (String s : await(world.later("c", new String[] {"x", "y"}))) {
            sum += s.length();
        }
        for (long l : new int[] {await(world.later("d", 1)), await(world.later("e", 2))}) {
            sum += l * await(world.later("f", 100));
        }
        return done(sum);
    }

    private static int[] array(World world, int[] a) {
        world.trace("array");
        return a;
    }
}
