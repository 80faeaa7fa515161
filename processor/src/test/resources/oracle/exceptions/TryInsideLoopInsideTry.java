// A failure in a loop within a try leaves the loop.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class TryInsideLoopInsideTry {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try {
            for (int i = 0; i < 5; i++) {
                try {
                    text += await(world.later("a", i));
                    if (i == 1) {
                        throw new IllegalArgumentException("one");
                    }
                    if (i == 2) {
                        throw new IllegalStateException("two");
                    }
                } catch (IllegalArgumentException e) {
                    text += e.getMessage();
                }
            }
        } catch (IllegalStateException e) {
            text += await(world.later("b", e.getMessage()));
        }
        return done(text);
    }
}
