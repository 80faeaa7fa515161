// A for loop awaits in its init, condition, update and body.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class ForLoopAllParts {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int i = await(world.later("init", 1)), j = await(world.later("init2", 10)); i < await(world.later("condition", 4)); i += await(world.later("update", 1)), j--, world.trace("updated")) {
            text += await(world.later("body", i)) + ":" + j + ",";
        }
        return done(text);
    }
}
