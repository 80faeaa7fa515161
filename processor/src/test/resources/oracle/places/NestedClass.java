// A nested class uses private static members of the classes around it.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class NestedClass {
    @Async
    public Task<Object> body(World world) {
        secret = 1;
        return done(await(new Nested().run(world)) + secret + await(Nested.Deeper.run(world)));
    }

    private static int secret = 1;

    private static int hidden(int n) {
        return n + secret;
    }

    private static final class Nested {
        private int own = 5;

        @Async
        private Task<Integer> run(World world) {
            secret += await(world.later("a", own));
            own = hidden(await(world.later("b", 10)));
            return done(own + new Deeper().depth);
        }

        private static final class Deeper {
            private final int depth = 2;

            @Async
            private static Task<Integer> run(World world) {
                secret *= await(world.later("c", 2));
                return done(hidden(new Nested().own));
            }
        }
    }
}
