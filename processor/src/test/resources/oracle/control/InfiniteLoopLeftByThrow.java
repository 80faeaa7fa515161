// A loop without an exit is left by an exception.
package oracle.control;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 33. */
public final class InfiniteLoopLeftByThrow {
    @Async
    public Task<Object> body(World world) {
        for (int i = 0; ; i++) {
            await(world.pause("a"));
            if (i == 3) {
                throw new IllegalArgumentException("at " + i);
            }
        }
    }
}
