// A try within a finally handles its own failures and keeps the pending one.
package oracle.exceptions;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 42. */
public final class TryInsideFinally {
    @Async
    public Task<Object> body(World world) {
        try {
            await(world.pause("a"));
            throw new IllegalArgumentException("pending");
        } finally {
            try {
                await(world.pause("b"));
                throw new IllegalStateException("own");
            } catch (IllegalStateException e) {
                world.caught(e);
            } finally {
                await(world.pause("c"));
            }
            world.trace("after");
        }
    }
}
