// Resources that close by a task are closed in reverse order, each awaited.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class AsyncResources {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try (World.Resource a = world.open("a");
                World.Resource b = world.open(await(world.later("name", "b")))) {
            text += a.name + await(world.later("body", b.name));
        }
        return done(text + await(world.later("end", "end")));
    }
}
