// The object of an assigned field is evaluated once before the await, and its null check comes after.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 10; Roslyn #42464. */
public final class AssignedFieldOfCall {
    @Async
    public Task<Object> body(World world) {
        Box box = new Box(world, "box", 5);
        box.self().value = await(world.later("v", 10));
        Box none = null;
        try {
            world.see("none", none).value = await(world.later("w", 20));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done(box.value);
    }
}
