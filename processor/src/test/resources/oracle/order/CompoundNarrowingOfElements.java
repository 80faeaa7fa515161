// A compound assignment narrows to the type of an element or a field.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 12. */
public final class CompoundNarrowingOfElements {
    @Async
    public Task<Object> body(World world) {
        byte[] b = {127};
        b[0] += await(world.later("a", 2));
        char[] c = {'x'};
        c[world.see("i", 0)] += await(world.later("d", 1L));
        small -= await(world.later("e", 40000));
        return done(b[0] + " " + c[0] + " " + small);
    }

    private short small;
}
