// An anonymous array with awaits is an argument among others.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 16. */
public final class ArrayInitialiserInArguments {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        return done(sum(x, new int[] {x = await(world.later("a", 10)), x, await(world.later("b", 20))}, x++, x));
    }

    private static String sum(int first, int[] rest, int next, int last) {
        int sum = 0;
        for (int element : rest) {
            sum += element;
        }
        return first + " " + sum + " " + next + " " + last;
    }
}
