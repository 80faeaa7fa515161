// Locals that expressions assign while others are held have the values of their time.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 5, 22. */
public final class TernaryChainOfLocals {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        int y = 2;
        int result = (x = await(world.later("a", x + y))) * 10 + (y = x + await(world.later("b", 4))) * 100 + (x = y = await(world.later("c", 9))) + x + y;
        return done(result + " " + x + " " + y);
    }
}
