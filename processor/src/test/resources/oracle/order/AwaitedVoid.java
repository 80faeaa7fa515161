// An awaited task without a value is awaited for its time only.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 22. */
public final class AwaitedVoid {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("a"));
        Object nothing = await(world.pause("b"));
        await(world.later("unused", 5));
        await(done());
        await(done(world.log(7)));
        return done(nothing);
    }
}
