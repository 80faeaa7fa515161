// An operand that throws to the left of an await keeps the await from being reached.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ThrowingOperandBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        try {
            join(fail(world, "left"), await(world.later("never", 1)));
        } catch (IllegalArgumentException expected) {
            world.caught(expected);
        }
        try {
            join(await(world.later("a", 1)), fail(world, "right"));
        } catch (IllegalArgumentException expected) {
            world.caught(expected);
        }
        return done("end");
    }

    private static int fail(World world, String name) {
        world.trace("fail");
        throw new IllegalArgumentException(name);
    }

    private static String join(int a, int b) {
        return a + "," + b;
    }
}
