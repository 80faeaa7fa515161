// Checked exceptions of an @Async method flow through await as in plain Java.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.FileNotFoundException;
import java.io.IOException;
import oracle.World;

/** design.md 3.4. */
public final class CheckedExceptionsFlow {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try {
            text += await(read(world, 1));
            text += await(read(world, -1));
        } catch (FileNotFoundException e) {
            text += e.getMessage();
        } catch (IOException e) {
            world.caught(e);
        }
        return done(text);
    }

    @Async
    private Task<Integer> read(World world, int n) throws IOException {
        int value = await(world.risky("read", n));
        if (value < 0) {
            throw new FileNotFoundException("negative");
        }
        return done(value);
    }
}
