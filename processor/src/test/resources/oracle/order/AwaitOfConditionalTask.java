// An await of a conditional awaits the task that was chosen.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class AwaitOfConditionalTask {
    @Async
    public Task<Object> body(World world) {
        int x = await(world.see("a", true) ? world.later("b", 1) : world.later("c", 2));
        int y = await(await(world.later("d", false)) ? world.later("e", 10) : world.later("f", 20));
        return done(x + y);
    }
}
