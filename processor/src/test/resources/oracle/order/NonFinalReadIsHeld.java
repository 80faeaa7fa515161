// A field that looks constant but is not is read before the await to its right.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 6. */
public final class NonFinalReadIsHeld {
    @Async
    public Task<Object> body(World world) {
        String text = name + await(world.later("x", "x")) + rename() + name;
        return done(text);
    }

    private String name = "before";

    private String rename() {
        name = "after";
        return "-";
    }
}
