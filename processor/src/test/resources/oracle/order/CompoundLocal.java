// A compound assignment reads its local before the await in its value.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 7; Roslyn #81212. */
public final class CompoundLocal {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        x += await(world.later("y", 10)) + (x = 100);
        int z = 1000;
        z -= (z = 5) + await(world.later("w", 7));
        return done(x + " " + z);
    }
}
