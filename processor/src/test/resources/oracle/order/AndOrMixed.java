// Mixed && and || with awaits group as Java groups them.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 14. */
public final class AndOrMixed {
    @Async
    public Task<Object> body(World world) {
        StringBuilder results = new StringBuilder();
        for (int bits = 0; bits < 8; bits++) {
            boolean p = (bits & 1) != 0;
            boolean q = (bits & 2) != 0;
            boolean r = (bits & 4) != 0;
            results.append(await(world.later("p", p)) || world.see("q", q) && await(world.later("r", r)) ? 1 : 0);
            results.append((world.see("x", p) || await(world.later("y", q))) && world.see("z", r) ? 1 : 0);
        }
        return done(results.toString());
    }
}
