// A returned value may hold awaits.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ReturnDoneOfAwait {
    @Async
    public Task<Object> body(World world) {
        return done(await(world.later("a", 1)) + await(world.later("b", "x")));
    }
}
