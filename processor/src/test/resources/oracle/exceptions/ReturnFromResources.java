// A return, break and continue out of a try with resources closes them first.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 40, 45. */
public final class ReturnFromResources {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int i = 0; i < 3; i++) {
            try (World.Resource a = world.open("a" + i)) {
                text += await(world.later("body", a.name));
                if (i == 0) {
                    continue;
                }
                if (i == 1) {
                    break;
                }
            }
        }
        return done(text + await(leave(world)));
    }

    @Async
    private Task<String> leave(World world) {
        try (World.Resource r = world.open("r");
                World.Plain p = world.openPlain("p")) {
            return world.later("value", r.name + p.name);
        } finally {
            await(world.pause("finally"));
        }
    }
}
