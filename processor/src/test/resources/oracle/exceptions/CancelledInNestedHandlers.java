// A try statement inside a handler is a handler as a whole.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class CancelledInNestedHandlers {
    @Async
    public Task<Object> body(World world) {
        try {
            await(world.pause("body"));
        } finally {
            for (int i = 0; i < 2; i++) {
                try {
                    await(world.pause("inner " + i));
                } catch (RuntimeException e) {
                    world.caught(e);
                } finally {
                    await(world.pause("innermost " + i));
                }
            }
        }
        return done("end");
    }
}
