// A conditional of two primitive types promotes to the wider.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 15. */
public final class ConditionalPromotes {
    @Async
    public Task<Object> body(World world) {
        Object number = world.see("a", true) ? await(world.later("b", 1)) : 2.0;
        Object other = world.see("c", false) ? 'a' : await(world.later("d", 98));
        Object same = world.see("e", true) ? (Object) await(world.later("f", 1)) : 2.0;
        long l = await(world.later("g", true)) ? 1 : 2L;
        Object boxed = await(world.later("h", true)) ? Integer.valueOf(3) : Long.valueOf(4);
        return done(world.show(number) + world.show(other) + world.show(same) + l + world.show(boxed));
    }
}
