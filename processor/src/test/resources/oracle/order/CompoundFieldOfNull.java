// A compound assignment to a field of null fails before its right side is evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 8, 10. */
public final class CompoundFieldOfNull {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("start"));
        Box box = world.see("box", (Box) null);
        try {
            box.value += await(world.later("v", 10));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }
}
