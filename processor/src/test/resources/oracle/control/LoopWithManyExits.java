// A loop with a break, a continue, a return and a throw takes each when it is its turn.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class LoopWithManyExits {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int mode = 0; mode < 4; mode++) {
            try {
                text.append(await(loop(world, mode)));
            } catch (IllegalArgumentException e) {
                text.append(e.getMessage());
            }
        }
        return done(text.toString());
    }

    @Async
    private static Task<String> loop(World world, int mode) {
        String text = "";
        for (int i = 0; i < 3; i++) {
            text += await(world.later("a", i));
            if (mode == 0) {
                continue;
            } else if (mode == 1) {
                break;
            } else if (mode == 2) {
                return done(text + "returned");
            } else {
                throw new IllegalArgumentException(text + "thrown");
            }
        }
        return done(text + "ended");
    }
}
