// A compound assignment narrows to the type of its left side.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 12. */
public final class CompoundNarrowing {
    @Async
    public Task<Object> body(World world) {
        byte b = 100;
        b += await(world.later("a", 100));
        char c = 'a';
        c += await(world.later("d", 1));
        short s = 1;
        s *= await(world.later("e", 70000));
        int i = 10;
        i *= await(world.later("f", 2.55));
        i -= await(world.later("g", 'a'));
        float f = 1;
        f /= await(world.later("h", 3.0));
        b >>= await(world.later("k", 1));
        return done(b + " " + c + " " + s + " " + i + " " + f);
    }
}
