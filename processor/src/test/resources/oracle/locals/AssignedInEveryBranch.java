// A local that a loop, a try and a switch assign is known to have a value.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 24. */
public final class AssignedInEveryBranch {
    @Async
    public Task<Object> body(World world) {
        int a;
        while (true) {
            a = await(world.later("a", 5));
            if (a > 2) {
                break;
            }
        }
        int b;
        try {
            b = await(world.later("b", 6));
        } catch (IllegalStateException e) {
            b = 7;
        }
        int c;
        boolean known = (c = await(world.later("c", 3))) > 2 && await(world.later("d", true));
        return done(a + " " + b + " " + c + known);
    }
}
