// Loops and ifs with empty bodies still await in their conditions.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class EmptyBodies {
    @Async
    public Task<Object> body(World world) {
        int i = 0;
        while (await(world.later("a", i++)) < 3) {
        }
        while (await(world.later("b", i++)) < 6)
            ;
        for (; await(world.later("c", i++)) < 9; )
            ;
        do {
        } while (await(world.later("d", i++)) < 12);
        if (await(world.later("e", true))) {
        }
        {
        }
        ;
        return done(i);
    }
}
