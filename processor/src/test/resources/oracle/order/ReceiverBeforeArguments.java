// A receiver is evaluated before the awaited arguments of its call.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 2. */
public final class ReceiverBeforeArguments {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "box", 7);
        return done(box.self().add(await(world.later("x", 1)), world.see("y", 2)) + box.self().self().add(world.see("p", 3), await(world.later("q", 4))));
    }
}
