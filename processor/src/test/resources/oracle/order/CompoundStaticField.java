// A compound assignment to a static field reads it before the await.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

/** semantics.md 7. */
public final class CompoundStaticField {
    @Async
    public Task<Object> body(World world) {
        Box.shared = 2;
        Box.shared += reset(await(world.later("a", 40)));
        CompoundStaticField.own <<= await(world.later("b", 3));
        String result = Box.shared + " " + own;
        own = 1;
        return done(result);
    }

    private static int own = 1;

    private static int reset(int value) {
        Box.shared = 0;
        return value;
    }
}
