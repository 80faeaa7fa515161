// A rethrow through an effectively final parameter throws no more than its try.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.EOFException;
import java.io.IOException;
import oracle.World;

/** semantics.md 44. */
public final class PreciseRethrow {
    @Async
    public Task<Object> body(World world) {
        try {
            await(rethrow(world));
        } catch (IOException e) {
            world.caught(e);
            return done("io");
        }
        return done("end");
    }

    @Async
    private Task<String> rethrow(World world) throws IOException {
        try {
            String text = await(world.risky("a", "x"));
            await(world.pause("b"));
            if (text.length() == 1) {
                throw new EOFException("eof");
            }
            return done(text);
        } catch (Exception e) {
            await(world.pause("c"));
            throw e;
        }
    }
}
