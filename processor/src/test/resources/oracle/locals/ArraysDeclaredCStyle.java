// An array declared with its brackets behind its name keeps its type.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ArraysDeclaredCStyle {
    @Async
    public Task<Object> body(World world) {
        int a[] = await(world.later("a", new int[] {1})), n = await(world.later("n", 5)), m[][] = {{n}, a};
        await(world.pause("b"));
        a[0] += m[0][0];
        return done(a[0] + n + m[1][0]);
    }
}
