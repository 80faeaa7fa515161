// Array accesses with awaited arrays and indices go from the left.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ArrayAccesses {
    @Async
    public Task<Object> body(World world) {
        int[][] a = {{1, 2}, {3, 4}};
        int x = await(world.later("a", a))[await(world.later("i", 1))][await(world.later("j", 0))] + a[world.see("k", 0)][await(world.later("l", 1))];
        int i = 0;
        int y = a[i][i = await(world.later("m", 1))] + a[i][0];
        return done(x + " " + y + " " + await(world.later("n", a)).length + await(world.later("o", a[1])).length);
    }
}
