// A conditional that unboxes an awaited null fails.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 15. */
public final class ConditionalUnboxesNull {
    @Async
    public Task<Object> body(World world) {
        try {
            int x = world.see("a", true) ? await(world.later("b", (Integer) null)) : 2;
            return done(x);
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        Integer y = world.see("c", true) ? await(world.later("d", (Integer) null)) : Integer.valueOf(2);
        return done(y);
    }
}
