// A chain of calls on awaited objects goes from the left.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class CallChain {
    @Async
    public Task<Object> body(World world) {
        String text = await(world.later("a", new StringBuilder("x"))).append(await(world.later("b", 1))).append(world.see("c", "-")).append(await(world.later("d", 'c'))).insert(await(world.later("e", 0)), world.see("f", "!")).toString();
        return done(text.concat(await(world.later("g", "end"))).length() + text);
    }
}
