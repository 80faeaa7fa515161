// An if with awaits in its condition and branches takes one branch.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class IfElseChain {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            if (await(world.later("a", i)) == 0) {
                text.append("zero").append(await(world.later("b", 0)));
            } else if (i == await(world.later("c", 1))) {
                text.append("one");
            } else if (i == 2) {
                text.append("two").append(await(world.later("d", 2)));
            } else {
                text.append("many");
            }
        }
        if (await(world.later("e", false))) text.append("never");
        if (await(world.later("f", true))) text.append("always");
        else text.append("never");
        return done(text.toString());
    }
}
