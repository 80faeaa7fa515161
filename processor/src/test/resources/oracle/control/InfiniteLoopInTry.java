// A loop without an exit in a try is left to its handler.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 33. */
public final class InfiniteLoopInTry {
    @Async
    public Task<Object> body(World world) {
        int n = 0;
        try {
            do {
                n += await(world.later("a", 2));
                if (n > 5) {
                    throw new IllegalArgumentException("n");
                }
            } while (true);
        } catch (IllegalArgumentException e) {
            return done(n + e.getMessage());
        } finally {
            await(world.pause("finally"));
        }
    }
}
