// An await in && and || decides an if, a while and a conditional.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 14. */
public final class AndOrAsConditions {
    @Async
    public Task<Object> body(World world) {
        int n = 0;
        if (await(world.later("a", true)) && !await(world.later("b", false))) {
            n += 1;
        }
        if (world.see("c", true) || await(world.later("d", true))) {
            n += 10;
        }
        while (n < 500 && await(world.later("e", n)) < 100 || await(world.later("f", n)) == 200) {
            n += 100;
        }
        return done(n + (await(world.later("g", false)) || await(world.later("h", true)) ? "yes" : "no"));
    }
}
