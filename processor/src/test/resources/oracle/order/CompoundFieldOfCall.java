// The object of a compound field assignment is evaluated once, and before the await.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 7, 10. */
public final class CompoundFieldOfCall {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "box", 5);
        box.self().value += await(world.later("a", 10));
        box.self().value *= await(world.later("b", 2)) + box.set(1);
        return done(box.value);
    }
}
