// A var may have an intersection type.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 25. */
public final class VarOfIntersectionType {
    @Async
    public Task<Object> body(World world) {
        var intersection = await(world.later("a", true)) ? 1 : "s";
        await(world.pause("b"));
        return done(intersection + " " + intersection.getClass());
    }
}
