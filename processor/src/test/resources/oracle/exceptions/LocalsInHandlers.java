// A catch and a finally see what the body had assigned before it failed.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class LocalsInHandlers {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        String text = "a";
        try {
            x = 2;
            await(world.pause("a"));
            x = await(world.later("b", 3));
            text += x;
            x = 4 / await(world.later("c", 0));
            x = 5;
        } catch (ArithmeticException e) {
            text += "caught" + x;
        } finally {
            text += "finally" + x;
            world.log(text);
        }
        return done(text + x);
    }
}
