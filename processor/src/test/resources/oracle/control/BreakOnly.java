// A loop that only breaks runs once.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class BreakOnly {
    @Async
    public Task<Object> body(World world) {
        int n = 0;
        while (true) {
            n += await(world.later("a", 1));
            break;
        }
        for (; ; ) {
            n += await(world.later("b", 10));
            break;
        }
        do {
            n += await(world.later("c", 100));
            if (n > 0) break;
        } while (true);
        return done(n);
    }
}
