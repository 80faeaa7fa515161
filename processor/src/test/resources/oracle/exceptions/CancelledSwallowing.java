// A body that swallows its cancellation is cancelled again at each await that has to wait.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class CancelledSwallowing {
    @Async
    public Task<Object> body(World world) {
        for (int i = 0; i < 3; i++) {
            try {
                world.log(await(world.later("step " + i, i)));
            } catch (RuntimeException e) {
                world.caught(e);
            }
        }
        return done(await(world.later("last", "reached")));
    }
}
