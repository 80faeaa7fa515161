// An assignment of an awaited value is a value itself.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 22. */
public final class AssignmentAsOperand {
    @Async
    public Task<Object> body(World world) {
        int y;
        int sum = (y = await(world.later("a", 4))) + y * 10 + (y += await(world.later("b", 1))) * 100 + y * 1000;
        return done(sum + " " + y);
    }
}
