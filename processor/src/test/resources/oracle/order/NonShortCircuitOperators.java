// The operators & and | and ^ evaluate both sides.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 14. */
public final class NonShortCircuitOperators {
    @Async
    public Task<Object> body(World world) {
        boolean a = world.see("a", false) & await(world.later("b", true));
        boolean b = await(world.later("c", true)) | await(world.later("d", false));
        boolean c = await(world.later("e", true)) ^ world.see("f", true);
        int bits = await(world.later("g", 12)) & await(world.later("h", 10)) | 1 ^ await(world.later("i", 3));
        return done(a + " " + b + " " + c + " " + bits);
    }
}
