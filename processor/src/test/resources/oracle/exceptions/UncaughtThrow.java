// An exception that nobody catches fails the task.
package oracle.exceptions;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 37. */
public final class UncaughtThrow {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("a"));
        throw world.see("b", new IllegalArgumentException(await(world.later("c", "message"))));
    }
}
