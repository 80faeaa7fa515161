// A deep expression of many awaits and effects is evaluated strictly from left to right.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class DeepExpression {
    @Async
    public Task<Object> body(World world) {
        int[] a = {1, 2, 3, 4};
        int i = 0;
        int x = a[i++] + await(world.later("p", a[i++])) * (a[i] = await(world.later("q", 7))) - (i < 3 ? a[++i] + await(world.later("r", i)) : await(world.later("s", 9))) + -a[2] * await(world.later("t", i--)) + i;
        return done(x + " " + i + " " + a[2]);
    }
}
