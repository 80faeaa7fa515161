// An await-free pattern test binds its variable within an await-free statement.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 19. */
public final class PatternWithoutAwait {
    @Async
    public Task<Object> body(World world) {
        Object value = await(world.later("a", (Object) "text"));
        int n = 0;
        if (value instanceof String text && text.length() > 2) {
            n = text.length();
        }
        await(world.pause("b"));
        String shown = value instanceof Integer i ? "int" + i : "other";
        return done(shown + n);
    }
}
