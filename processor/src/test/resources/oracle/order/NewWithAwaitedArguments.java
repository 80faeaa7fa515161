// Constructor arguments are awaited in order.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 17. */
public final class NewWithAwaitedArguments {
    @Async
    public Task<Object> body(World world) {
        Pair pair = new Pair(world.see("a", 1), new Pair(await(world.later("b", 2)), await(world.later("c", 3))));
        return done(pair.toString() + new StringBuilder(await(world.later("d", "text"))).append(await(world.later("e", 5))).reverse());
    }

    private record Pair(Object left, Object right) {}
}
