// A method that returns nothing is held and ends as one with a task; its failure is told to the loop.
package oracle.results;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import java.util.List;
import oracle.World;

public final class VoidMethods {
    private int entered;

    @Async
    public void body(World world) {
        entered++;
        for (String name : List.of("a", "b", "c")) {
            if (await(world.later(name, name.equals("b")))) {
                continue;
            }
            world.trace("not " + name);
        }
        try {
            entered += await(world.later("d", 2));
            if (entered > 5) {
                return;
            }
            world.trace("tried");
        } catch (IllegalStateException failure) {
            world.caught(failure);
            await(world.pause("handler"));
            if (entered == 1) {
                throw new IllegalArgumentException("thrown on", failure);
            }
        } finally {
            await(world.pause("finally"));
            world.log(entered);
        }
        int left = 2;
        do {
            left -= await(world.later("e", 1));
        } while (left > 0);
        world.trace("end");
    }
}
