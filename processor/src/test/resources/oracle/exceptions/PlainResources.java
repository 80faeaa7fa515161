// Resources that close at once are closed in reverse order around awaits.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class PlainResources {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try (World.Plain a = world.openPlain("a");
                World.Resource b = world.open("b");
                World.Plain c = world.openPlain(await(world.later("name", "c")))) {
            text += a.name + await(world.later("body", b.name)) + c.name;
        }
        return done(text);
    }
}
