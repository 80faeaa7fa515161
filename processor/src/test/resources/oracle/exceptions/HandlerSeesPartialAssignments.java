// A handler sees locals as they were where the failure arose, in every region.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class HandlerSeesPartialAssignments {
    @Async
    public Task<Object> body(World world) {
        int x = 0;
        try {
            x = 1;
            await(world.later("a", x++));
            x = x * 10 + await(world.later("b", 3)) + x++;
            await(world.later("c", ++x));
        } catch (Throwable failure) {
            world.caught(failure);
            x += 1000;
            await(world.pause("d"));
        }
        return done(x);
    }
}
