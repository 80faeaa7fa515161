// A try within a catch has handlers of its own.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class TryInsideCatch {
    @Async
    public Task<Object> body(World world) {
        try {
            await(world.pause("a"));
            throw new IllegalArgumentException("first");
        } catch (IllegalArgumentException first) {
            try {
                await(world.pause("b"));
                throw new IllegalArgumentException("second");
            } catch (IllegalArgumentException second) {
                await(world.pause("c"));
                second.addSuppressed(first);
                world.caught(second);
            }
            await(world.pause("d"));
            world.caught(first);
        }
        return done("end");
    }
}
