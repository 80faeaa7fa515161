// An await of an assignment awaits the assigned task.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class AwaitOfAssignedTask {
    @Async
    public Task<Object> body(World world) {
        Task<Integer> task;
        int x = await(task = world.later("a", 5));
        return done(x + await(task));
    }
}
