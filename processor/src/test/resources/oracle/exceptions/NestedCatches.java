// Nested tries catch what is theirs and let the rest pass.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 39. */
public final class NestedCatches {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int i = 0; i < 3; i++) {
            try {
                try {
                    await(world.pause("a"));
                    if (i == 0) {
                        throw new IllegalArgumentException("a");
                    }
                    if (i == 1) {
                        throw new IllegalStateException("b");
                    }
                    text += "ok ";
                } catch (IllegalArgumentException e) {
                    text += "inner " + await(world.later("b", e.getMessage()));
                }
                text += await(world.later("c", "after "));
            } catch (IllegalStateException e) {
                text += "outer " + await(world.later("d", e.getMessage()));
            }
        }
        return done(text);
    }
}
