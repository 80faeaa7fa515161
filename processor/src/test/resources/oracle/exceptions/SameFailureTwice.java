// A failure that is caught at two awaits of one task is the same object.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 46. */
public final class SameFailureTwice {
    @Async
    public Task<Object> body(World world) {
        Task<Integer> task = failing(world);
        Throwable first = null;
        for (int i = 0; i < 2; i++) {
            try {
                await(task);
                world.trace("none");
            } catch (Throwable failure) {
                if (first == null) {
                    first = failure;
                } else {
                    world.log(first == failure);
                }
            }
        }
        return done("end");
    }

    private static Task<Integer> failing(World world) {
        return world.later("task", 1);
    }
}
