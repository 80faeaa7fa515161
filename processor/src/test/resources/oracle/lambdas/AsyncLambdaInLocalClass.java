// In an @Async class, lambdas await in its local and anonymous classes too.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49, 51. */
@Async
public final class AsyncLambdaInLocalClass {
    private int field = 1;

    @Async
    public Task<Object> body(World world) {
        int before = await(world.later("before", 3));
        Maker within = new Maker() {
            private int own = 20;

            @Override
            public Supplier<Task<String>> make(int n) {
                return () -> {
                    own += await(world.later("own", n));
                    return done("within" + own + before + field);
                };
            }
        };
        return done(await(plain(world, 5).make(2).get()) + await(within.make(4).get()) + await(anonymous(world, "a").make(6).get()));
    }

    interface Maker {
        Supplier<Task<String>> make(int n);
    }

    private Maker plain(World world, int base) {
        class Local implements Maker {
            private final Supplier<Task<Integer>> inField = () -> done(await(world.later("field", base)) + field);

            @Override
            public Supplier<Task<String>> make(int n) {
                int twice = n * 2;
                return () -> {
                    int later = await(world.later("later", twice));
                    return done("plain" + later + base + n + await(inField.get()));
                };
            }
        }
        return new Local();
    }

    private static Maker anonymous(World world, String text) {
        return new Maker() {
            @Override
            public Supplier<Task<String>> make(int n) {
                return () -> done(text + await(world.later("n", n)));
            }
        };
    }
}
