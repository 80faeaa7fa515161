// A null receiver fails only after the awaited arguments are evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 2. */
public final class NullReceiverFailsAfterArguments {
    @Async
    public Task<Object> body(World world) {
        Box box = world.see("receiver", (Box) null);
        try {
            return done(box.add(await(world.later("x", 1)), world.see("y", 2)));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("null receiver");
    }
}
