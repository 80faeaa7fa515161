// A compound assignment to a null box fails before its right side is evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 8, 12; javac unboxes the left operand where it is evaluated. */
public final class CompoundBoxedNull {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("start"));
        Integer i = world.see("i", (Integer) null);
        try {
            i += await(world.later("a", 6));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done(i);
    }
}
