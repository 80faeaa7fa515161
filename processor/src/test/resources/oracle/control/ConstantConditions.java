// Loops and ifs with constant conditions await where they can be reached.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ConstantConditions {
    @Async
    public Task<Object> body(World world) {
        int n = 0;
        if (true) {
            n += await(world.later("a", 1));
        }
        if (false) {
            n += await(world.later("never", 1000));
        }
        do {
            n += await(world.later("b", 10));
        } while (false);
        final boolean yes = true;
        while (yes) {
            n += await(world.later("c", 100));
            if (n > 200) break;
        }
        return done(n);
    }
}
