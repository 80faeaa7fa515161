// A compound assignment unboxes and boxes.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 12. */
public final class CompoundBoxed {
    @Async
    public Task<Object> body(World world) {
        Integer i = 5;
        i += await(world.later("a", 6));
        Long l = 7L;
        l *= await(world.later("b", 3));
        Character c = 'a';
        c++;
        Boolean yes = true;
        yes &= await(world.later("c", false));
        boolean or = false;
        or |= await(world.later("d", true));
        or ^= await(world.later("e", true));
        return done(i + " " + l + " " + c + " " + yes + " " + or);
    }
}
