// Five awaited arguments reach the call in their own places.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 4; babel #2385. */
public final class FiveAwaitsAsArguments {
    @Async
    public Task<Object> body(World world) {
        return done(String.join("-", await(world.later("a", "1")), await(world.later("b", "2")), await(world.later("c", "3")), await(world.later("d", "4")), await(world.later("e", "5"))));
    }
}
