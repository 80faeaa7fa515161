// A function read from a field that the awaited argument reassigns is the old one.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import oracle.World;

/** semantics.md 3. */
public final class ReassignedFunction {
    @Async
    public Task<Object> body(World world) {
        return done(function.apply(reassign(await(world.later("x", 3)))) + function.apply("!"));
    }

    private Function<Object, String> function = value -> "old " + value;

    private int reassign(int value) {
        function = other -> "new " + other;
        return value;
    }
}
