// A throw may await what it throws, and null becomes a failure of its own.
package oracle.exceptions;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 37. */
public final class ThrowOfAwaited {
    @Async
    public Task<Object> body(World world) {
        try {
            if (await(world.later("a", true))) {
                throw await(world.later("b", new IllegalArgumentException("first")));
            }
        } catch (IllegalArgumentException e) {
            world.caught(e);
        }
        throw await(world.later("c", (RuntimeException) null));
    }
}
