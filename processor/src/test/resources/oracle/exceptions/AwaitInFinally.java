// A finally that awaits runs after the body and after its failure.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 39, 40. */
public final class AwaitInFinally {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try {
            text += await(world.later("a", "body "));
        } finally {
            text += await(world.later("b", "finally "));
            world.log(text);
        }
        return done(text + await(world.later("c", "end")));
    }
}
