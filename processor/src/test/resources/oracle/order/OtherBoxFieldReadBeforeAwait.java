// A field of another object keeps the value it had when its operand was evaluated.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 5. */
public final class OtherBoxFieldReadBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "box", 1);
        int sum = box.value + box.set(await(world.later("x", 10))) + box.self().value + await(world.later("y", 100)) + box.value;
        return done(sum);
    }
}
