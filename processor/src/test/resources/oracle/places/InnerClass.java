// An inner class uses the members and the this of the classes around it.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 21, 49. */
public final class InnerClass {
    @Async
    public Task<Object> body(World world) {
        Inner inner = new Inner();
        return done(await(inner.run(world)) + value + await(inner.new Innermost().run(world)));
    }

    private int value = 1;
    private final String name = "outer";

    private String text(String s) {
        return s + value;
    }

    private final class Inner {
        private int value = 10;
        private final String name = "inner";

        @Async
        private Task<String> run(World world) {
            InnerClass.this.value += await(world.later("a", value));
            value += InnerClass.this.value;
            Supplier<String> lambda = () -> name + InnerClass.this.name + text("l");
            await(world.pause("b"));
            return done(text(await(world.later("c", "t"))) + value + this.name + InnerClass.this.name + lambda.get());
        }

        private final class Innermost {
            @Async
            private Task<String> run(World world) {
                Inner.this.value++;
                InnerClass.this.value--;
                return done(text(name) + Inner.this.value + await(world.later("d", InnerClass.this.value)) + InnerClass.this.text("q"));
            }
        }
    }
}
