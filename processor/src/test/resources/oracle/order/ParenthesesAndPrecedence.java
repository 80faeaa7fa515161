// Parentheses around awaits group as written.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ParenthesesAndPrecedence {
    @Async
    public Task<Object> body(World world) {
        int a = (await(world.later("a", 1)) + await(world.later("b", 2))) * (await(world.later("c", 3)) - (await(world.later("d", 4)) - await(world.later("e", 5))));
        int b = await(world.later("f", 100)) - await(world.later("g", 10)) - await(world.later("h", 1));
        String c = 1 + await(world.later("i", 2)) + "" + 1 + await(world.later("j", 2)) + (1 + await(world.later("k", 2)));
        return done(a + " " + b + " " + c);
    }
}
