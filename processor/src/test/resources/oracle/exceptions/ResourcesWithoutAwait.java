// An await-free try with resources stays as it is, beside awaits.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class ResourcesWithoutAwait {
    @Async
    public Task<Object> body(World world) throws Exception {
        String text = await(world.later("a", "a"));
        try (World.Plain plain = world.openPlain("p")) {
            text += plain.name;
        }
        await(world.pause("b"));
        try (java.io.StringReader reader = new java.io.StringReader(text)) {
            text += (char) reader.read() ;
        }
        return done(text);
    }
}
