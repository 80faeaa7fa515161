// A resource that is null is not closed.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class NullResource {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try (World.Resource a = await(world.later("none", (World.Resource) null));
                World.Plain b = null) {
            text += await(world.later("body", "body")) + a + b;
        }
        return done(text);
    }
}
