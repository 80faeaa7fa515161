// A catch gets the awaited failure itself.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** design.md 3.4; semantics.md 46. */
public final class CaughtAwaitedFailure {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int i = 0; i < 3; i++) {
            try {
                text += await(world.later("a", i));
            } catch (Throwable failure) {
                world.caught(failure);
                text += "caught";
            }
        }
        return done(text);
    }
}
