// A division by an awaited zero fails after both operands.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class DivisionByAwaitedZero {
    @Async
    public Task<Object> body(World world) {
        try {
            return done(world.see("a", 1) / await(world.later("b", 0)) + world.see("c", 1));
        } catch (ArithmeticException expected) {
            world.caught(expected);
        }
        return done(5 % await(world.later("d", 3)));
    }
}
