// A conditional with awaits as an argument leaves the other arguments in order.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 1, 15. */
public final class ConditionalAsArgument {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        return done(join(world.see("a", x++), await(world.later("b", true)) ? await(world.later("c", x++)) : world.see("d", 50), world.see("e", x++)) + x);
    }

    private static String join(int a, int b, int c) {
        return a + "," + b + "," + c + ";";
    }
}
