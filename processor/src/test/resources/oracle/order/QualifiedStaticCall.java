// A static call through an expression-free qualifier awaits its arguments.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class QualifiedStaticCall {
    @Async
    public Task<Object> body(World world) {
        int x = Math.max(await(world.later("a", 3)), Integer.parseInt(await(world.later("b", "4"))));
        String y = java.lang.String.valueOf(await(world.later("c", 'c'))) + java.util.Map.entry(await(world.later("d", 1)), await(world.later("e", 2)));
        return done(x + y);
    }
}
