// A try in a loop retries until it succeeds.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class LoopAroundTry {
    @Async
    public Task<Object> body(World world) {
        int attempts = 0;
        String text = "";
        while (true) {
            try {
                attempts++;
                text += await(world.later("a", attempts));
                if (attempts < 3) {
                    throw new IllegalArgumentException("again");
                }
                break;
            } catch (IllegalArgumentException e) {
                text += e.getMessage();
                await(world.pause("backoff"));
                continue;
            } finally {
                text += await(world.later("b", ";"));
            }
        }
        return done(text);
    }
}
