// Resources within resources close from the inside out.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class NestedResources {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try (World.Resource a = world.open("a")) {
            text += a.name;
            try (World.Plain b = world.openPlain("b")) {
                text += await(world.later("body", b.name));
            }
            try (var c = world.open("c")) {
                text += c.name;
            }
            text += await(world.later("after", "-"));
        }
        return done(text);
    }
}
