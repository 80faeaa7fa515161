// A catch that awaits handles the failure it was entered with.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 39. */
public final class AwaitInCatch {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try {
            world.trace("try");
            throw new IllegalArgumentException("first");
        } catch (IllegalArgumentException e) {
            text += await(world.later("a", "caught ")) + e.getMessage();
            await(world.pause("b"));
            world.caught(e);
        }
        return done(text);
    }
}
