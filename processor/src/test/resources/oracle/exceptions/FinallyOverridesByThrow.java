// A finally that throws replaces the failure that was pending.
package oracle.exceptions;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 42. */
@SuppressWarnings("finally")
public final class FinallyOverridesByThrow {
    @Async
    public Task<Object> body(World world) {
        try {
            try {
                await(world.pause("a"));
                throw new IllegalArgumentException("first");
            } finally {
                await(world.pause("b"));
                throw new IllegalStateException("second");
            }
        } catch (IllegalStateException e) {
            world.caught(e);
        }
        try {
            await(world.pause("c"));
        } finally {
            throw new IllegalStateException("third");
        }
    }
}
