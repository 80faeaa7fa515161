// A field of an awaited object is incremented.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 11. */
public final class IncrementedFieldOfAwaited {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "box", 5);
        int x = await(world.later("a", box)).value++;
        int y = --await(world.later("b", box)).value;
        return done(x + " " + y + " " + box.value);
    }
}
