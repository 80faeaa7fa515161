// A call of super awaits its arguments and is not virtual.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 21. */
public final class SuperCallWithAwaitedArgument {
    @Async
    public Task<Object> body(World world) {
        return done(await(new Derived().text(world)));
    }

    static class Base {
        int add(int a, int b) {
            return a + b;
        }

        @Override
        public String toString() {
            return "base";
        }
    }

    static final class Derived extends Base {
        @Override
        int add(int a, int b) {
            return -1;
        }

        @Async
        private Task<String> text(World world) {
            int x = super.add(world.see("a", 1), await(world.later("b", 2)));
            String shown = super.toString();
            await(world.pause("c"));
            Supplier<String> later = () -> super.toString() + super.add(3, 4);
            await(world.pause("d"));
            Supplier<String> reference = super::toString;
            return done(x + shown + later.get() + reference.get() + add(1, 1) + this);
        }

        @Override
        public String toString() {
            return "derived";
        }
    }
}
