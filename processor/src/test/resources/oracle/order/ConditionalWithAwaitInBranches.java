// A conditional awaits only in the branch that is chosen.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 15. */
public final class ConditionalWithAwaitInBranches {
    @Async
    public Task<Object> body(World world) {
        int x = world.see("a", true) ? await(world.later("b", 1)) : await(world.later("c", 2));
        int y = world.see("d", false) ? await(world.later("e", 10)) : world.see("f", 20);
        int z = await(world.later("g", false)) ? world.see("h", 100) : await(world.later("i", true)) ? await(world.later("j", 200)) : await(world.later("k", 300));
        return done(x + y + z);
    }
}
