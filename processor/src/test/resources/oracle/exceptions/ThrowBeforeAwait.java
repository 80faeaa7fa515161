// An exception before the first await fails the task.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** design.md 3.3. */
public final class ThrowBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int n = 0; n < 3; n++) {
            try {
                text += await(check(world, n));
            } catch (IllegalArgumentException e) {
                text += e.getMessage();
            }
        }
        return done(text);
    }

    @Async
    private static Task<Integer> check(World world, int n) {
        if (n == 1) {
            throw new IllegalArgumentException("one");
        }
        return done(await(world.later("a", n)));
    }
}
