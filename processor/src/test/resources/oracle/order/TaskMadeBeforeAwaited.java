// Tasks that were made before are awaited later, in another place.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class TaskMadeBeforeAwaited {
    @Async
    public Task<Object> body(World world) {
        Task<Integer> first = world.later("first", 1);
        Task<Integer> second = world.later("second", 2);
        world.trace("between");
        int sum = await(first) * 10 + await(second);
        return done(sum);
    }
}
