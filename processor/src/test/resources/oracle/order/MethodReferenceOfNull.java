// A method reference to an awaited null fails where it stands.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 18. */
public final class MethodReferenceOfNull {
    @Async
    public Task<Object> body(World world) {
        try {
            Supplier<String> name = await(world.later("a", (String) null))::trim;
            world.trace("bound");
            return done(name.get());
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }
}
