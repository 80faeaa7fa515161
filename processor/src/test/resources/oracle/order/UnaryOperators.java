// Unary operators apply to awaited values.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class UnaryOperators {
    @Async
    public Task<Object> body(World world) {
        int a = -await(world.later("a", 5)) + ~await(world.later("b", 6)) - +await(world.later("c", 'a'));
        boolean b = !await(world.later("d", false));
        return done(a + " " + b);
    }
}
