// An await on either side of && and || is reached only if the other side asks for it.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 14. */
public final class AndOrAsValues {
    @Async
    public Task<Object> body(World world) {
        boolean a = await(world.later("a", true)) && world.see("b", false);
        boolean b = world.see("c", false) && await(world.later("d", true));
        boolean c = world.see("e", true) || await(world.later("f", false));
        boolean d = await(world.later("g", false)) || await(world.later("h", true));
        boolean e = !(await(world.later("i", true)) && !await(world.later("j", false))) || await(world.later("k", true));
        return done(a + " " + b + " " + c + " " + d + " " + e);
    }
}
