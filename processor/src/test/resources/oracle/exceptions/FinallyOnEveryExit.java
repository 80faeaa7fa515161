// A finally runs exactly once on each way out.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 40; regenerator #173. */
public final class FinallyOnEveryExit {
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
                text += await(world.later("a", i));
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
                text += "f";
                world.log(text);
                await(world.pause("finally"));
            }
        }
        return done(text);
    }
}
