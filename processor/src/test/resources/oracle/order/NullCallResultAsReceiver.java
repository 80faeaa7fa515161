// A null receiver that a call returned fails only after the awaited argument.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 2. */
public final class NullCallResultAsReceiver {
    @Async
    public Task<Object> body(World world) {
        try {
            nothing(world).add(world.see("x", 1), await(world.later("y", 2)));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }

    private static Box nothing(World world) {
        world.trace("nothing");
        return null;
    }
}
