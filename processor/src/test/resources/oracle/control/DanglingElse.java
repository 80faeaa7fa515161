// An else belongs to the nearest if, with awaits and without braces.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class DanglingElse {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (int i = 0; i < 4; i++)
            if (i < 2)
                if (await(world.later("a", i)) == 0) text += "zero";
                else text += "one";
            else if (i == 2) text += await(world.later("b", "two"));
        return done(text);
    }
}
