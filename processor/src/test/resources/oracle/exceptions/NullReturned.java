// A returned null in place of a task fails the body's task.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 48. */
public final class NullReturned {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int i = 0; i < 2; i++) {
            try {
                await(none(world, i == 1));
            } catch (NullPointerException expected) {
                text += i;
            }
        }
        return done(text);
    }

    @Async
    private static Task<Void> none(World world, boolean suspend) {
        if (suspend) {
            await(world.pause("a"));
        }
        return null;
    }
}
