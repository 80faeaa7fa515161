// A conditional evaluates only the branch that its awaited condition chooses.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 15. */
public final class ConditionalWithAwaitInCondition {
    @Async
    public Task<Object> body(World world) {
        String first = await(world.later("a", true)) ? world.see("b", "then") : world.see("c", "else");
        String second = await(world.later("d", false)) ? world.see("e", "then") : world.see("f", "else");
        return done(first + second);
    }
}
