// A finally that awaits follows a body that does not.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 39, 40. */
public final class FinallyWithoutAwaitInBody {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int mode = 0; mode < 5; mode++) {
            try {
                text.append(await(leave(world, mode))).append(' ');
            } catch (IllegalArgumentException e) {
                text.append(e.getMessage()).append(' ');
            }
        }
        return done(text.toString());
    }

    @Async
    private Task<String> leave(World world, int mode) {
        String text = mode + ":";
        for (int i = 0; i < 2; i++) {
            try {
                if (mode == 0) {
                    return done(text + "returned");
                } else if (mode == 1) {
                    break;
                } else if (mode == 2) {
                    continue;
                } else if (mode == 3) {
                    throw new IllegalArgumentException(text);
                }
                text += "normal";
            } finally {
                text += await(world.later("f", "f"));
                world.log(text);
            }
        }
        return done(text);
    }
}
