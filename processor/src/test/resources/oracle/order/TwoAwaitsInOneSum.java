// Two awaits in one expression do not overwrite each other's value.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 4; babel #2385. */
public final class TwoAwaitsInOneSum {
    @Async
    public Task<Object> body(World world) {
        int difference = await(world.later("a", 10)) - await(world.later("b", 3));
        String joined = "" + await(world.later("c", 1)) + await(world.later("d", 2)) + await(world.later("e", 3));
        return done(difference + " " + joined);
    }
}
