// An await of a call whose argument is an await of a call goes inside out.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 4; babel #2385: two awaits in one expression overwrote each other's value. */
public final class NestedAwaits {
    @Async
    public Task<Object> body(World world) {
        return done(await(world.later("f", 1 + await(world.later("g", 10 + await(world.later("h", 100)))))));
    }
}
