// A compound shift reads its left side before the await in its distance.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 7; Roslyn #81212: a stale value in {@code >>= await}. */
public final class CompoundShift {
    @Async
    public Task<Object> body(World world) {
        int x = 1024;
        x >>= await(world.later("a", 2)) + (x = 0);
        int y = -64;
        y >>>= await(world.later("b", 28));
        long z = 3;
        z <<= await(world.later("c", 40L));
        return done(x + " " + y + " " + z);
    }
}
