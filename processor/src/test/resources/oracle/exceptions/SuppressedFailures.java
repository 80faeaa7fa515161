// A failure of a close is suppressed by that of the body.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class SuppressedFailures {
    @Async
    public Task<Object> body(World world) {
        try (World.Plain a = world.openBroken("a");
                World.Resource b = world.open("b");
                World.Plain c = world.openBroken("c")) {
            await(world.pause("body"));
            throw new IllegalStateException("body " + a.name + b.name + c.name);
        } catch (RuntimeException e) {
            world.caught(e);
            await(world.pause("catch"));
        }
        try (World.Plain d = world.openBroken("d")) {
            world.log(d.name + await(world.later("only", 1)));
        }
        return done("never");
    }
}
