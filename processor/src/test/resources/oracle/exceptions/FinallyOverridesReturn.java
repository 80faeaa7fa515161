// A finally that returns overrides what was pending.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 42. */
@SuppressWarnings("finally")
public final class FinallyOverridesReturn {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int mode = 0; mode < 3; mode++) {
            text.append(await(override(world, mode))).append(' ');
        }
        return done(text.toString());
    }

    @Async
    private Task<String> override(World world, int mode) {
        try {
            if (mode == 0) {
                return done("try " + await(world.later("a", 1)));
            } else if (mode == 1) {
                throw new IllegalArgumentException("lost");
            }
            await(world.pause("b"));
        } finally {
            return done("finally " + await(world.later("c", mode)));
        }
    }
}
