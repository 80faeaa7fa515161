// A failure in a loop's condition or update is in the handlers around the loop.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class FailureInCondition {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try {
            for (int i = 0; await(world.later("condition", 10 / (2 - i))) > 0; i = await(world.later("update", i + 1))) {
                text += i;
            }
        } catch (ArithmeticException e) {
            text += await(world.later("catch", e.getMessage()));
        }
        return done(text);
    }
}
