// Arguments to the left of an await are evaluated before it and those to the right after it.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 1. */
public final class ArgumentsAroundAnAwait {
    @Async
    public Task<Object> body(World world) {
        return done(join(world.see("a", 1), await(world.later("b", 2)), world.see("c", 3)));
    }

    private static String join(int a, int b, int c) {
        return a + "," + b + "," + c;
    }
}
