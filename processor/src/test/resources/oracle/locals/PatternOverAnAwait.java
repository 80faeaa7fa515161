// A pattern variable that is bound in an if is still there after an await in its branch.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 19. */
public final class PatternOverAnAwait {
    @Async
    public Task<Object> body(World world) {
        Object value = await(world.later("a", (Object) "text"));
        String result = "none";
        if (value instanceof String text) {
            await(world.pause("b"));
            result = text + await(world.later("c", 1)) + text.length();
        }
        return done(result);
    }
}
