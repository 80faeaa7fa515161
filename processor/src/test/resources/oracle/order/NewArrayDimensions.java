// Array dimensions are awaited from left to right, before any is checked.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 16. */
public final class NewArrayDimensions {
    @Async
    public Task<Object> body(World world) {
        int[][] a = new int[await(world.later("n", 2))][await(world.later("m", 3))];
        int[][][] b = new int[world.see("p", 1)][await(world.later("q", 4))][];
        try {
            int[][] c = new int[await(world.later("r", -1))][await(world.later("s", 3))];
            world.log(c.length);
        } catch (NegativeArraySizeException expected) {
            world.caught(expected);
        }
        return done(a.length + " " + a[1].length + " " + b[0].length + " " + b[0][3]);
    }
}
