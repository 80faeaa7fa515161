// A failure after an await in a try is caught by the right handler.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.FileNotFoundException;
import java.io.IOException;
import oracle.World;

/** semantics.md 39. */
public final class AwaitInTry {
    @Async
    public Task<Object> body(World world) throws Exception {
        String text = "";
        try {
            text += await(world.later("a", 1));
            world.trace("between");
            text += await(world.risky("b", 2));
            throw new FileNotFoundException(text);
        } catch (FileNotFoundException e) {
            text += "file " + e.getMessage();
        } catch (IOException e) {
            world.caught(e);
            text += "io";
        } catch (RuntimeException e) {
            world.caught(e);
            text += "runtime";
        } catch (Error e) {
            world.caught(e);
            text += "error";
        }
        return done(text);
    }
}
