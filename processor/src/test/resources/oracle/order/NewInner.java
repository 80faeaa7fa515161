// The outer object of an inner class is evaluated before the awaited arguments.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 17. */
public final class NewInner {
    @Async
    public Task<Object> body(World world) {
        NewInner outer = this;
        String text = outer(world, 3).new Inner(await(world.later("a", 4))).text() + outer.new Inner(await(world.later("b", 5))).text() + new Inner(await(world.later("c", 6))).text();
        return done(text);
    }

    private int id = 1;

    private static NewInner outer(World world, int id) {
        world.trace("outer");
        NewInner outer = new NewInner();
        outer.id = id;
        return outer;
    }

    private final class Inner {
        private final int value;

        Inner(int value) {
            this.value = value;
        }

        String text() {
            return id + ":" + value + ";";
        }
    }
}
