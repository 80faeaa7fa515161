// A while loop awaits in its condition and body.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class WhileLoop {
    @Async
    public Task<Object> body(World world) {
        int i = 0;
        int sum = 0;
        while (await(world.later("a", i)) < 3) {
            i++;
            if (i == 2) {
                continue;
            }
            sum += await(world.later("b", i * 10));
        }
        while (sum < 100) sum += await(world.later("c", 30));
        while (await(world.later("d", false))) {
            sum = -1;
        }
        return done(sum + i);
    }
}
