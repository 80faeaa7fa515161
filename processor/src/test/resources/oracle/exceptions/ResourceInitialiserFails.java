// A failure in an initialiser closes what was opened before it.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class ResourceInitialiserFails {
    @Async
    public Task<Object> body(World world) {
        try (World.Resource a = world.open("a");
                World.Plain b = world.openPlain("b");
                World.Resource c = fail(world)) {
            world.log(a.name + b.name + c.name + await(world.later("never", 1)));
        } catch (IllegalArgumentException e) {
            world.caught(e);
        }
        return done("end");
    }

    private static World.Resource fail(World world) {
        world.trace("initialiser");
        throw new IllegalArgumentException("initialiser");
    }
}
