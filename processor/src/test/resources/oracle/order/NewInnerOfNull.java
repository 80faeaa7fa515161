// A null outer object fails before the awaited arguments of an inner class.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 17; JLS 15.9.4. */
public final class NewInnerOfNull {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("start"));
        NewInnerOfNull outer = world.see("outer", (NewInnerOfNull) null);
        try {
            world.log(outer.new Inner(await(world.later("a", 4))).value);
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }

    private final class Inner {
        private final int value;

        Inner(int value) {
            this.value = value;
        }
    }
}
