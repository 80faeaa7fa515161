// A local without a value at the await gets one on every path after it.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 24. */
public final class UnassignedAtTheAwait {
    @Async
    public Task<Object> body(World world) {
        int x;
        String y;
        await(world.pause("a"));
        if (await(world.later("b", true))) {
            x = 1;
            y = "then";
        } else {
            x = await(world.later("c", 2));
            y = "else";
        }
        final int z;
        await(world.pause("d"));
        z = x + await(world.later("e", 3));
        Supplier<Integer> later = () -> z;
        return done(x + y + z + later.get());
    }
}
