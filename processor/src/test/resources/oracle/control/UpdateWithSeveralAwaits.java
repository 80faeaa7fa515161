// A for loop's init and update lists go from left to right.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class UpdateWithSeveralAwaits {
    @Async
    public Task<Object> body(World world) {
        int i = 0, j = 0;
        for (i = await(world.later("a", 1)), j = i + await(world.later("b", 1)); i + j < 12; i += await(world.later("c", 1)), j += i, world.log(i), world.trace("update")) {
            world.trace("body");
        }
        return done(i + " " + j);
    }
}
