// A declaration of several locals initialises them in order.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SeveralDeclarators {
    @Async
    public Task<Object> body(World world) {
        int a = await(world.later("a", 1)), b = a + await(world.later("b", 2)), c, d[] = {a, await(world.later("d", b))};
        c = d[1] + await(world.later("c", 5));
        return done(a + " " + b + " " + c + " " + d.length);
    }
}
