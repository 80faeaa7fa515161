// A local that a condition assigns has a value where the condition is true.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 24. */
public final class DefiniteAssignmentByCondition {
    @Async
    public Task<Object> body(World world) {
        int x;
        int result = 0;
        if (world.see("a", true) && (x = await(world.later("b", 4))) > 1) {
            await(world.pause("c"));
            result = x;
        }
        int y;
        if (!(await(world.later("d", true)) && (y = world.see("e", 9)) > 1)) {
            result += 1000;
        } else {
            await(world.pause("f"));
            result += y * 10;
        }
        return done(result);
    }
}
