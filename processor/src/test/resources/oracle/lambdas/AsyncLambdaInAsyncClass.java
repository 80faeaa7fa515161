// In an @Async class, lambdas await anywhere: in methods that are not async, in initialisers and constructors.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.Work;
import oracle.World;

/** semantics.md 51. */
public final class AsyncLambdaInAsyncClass {
    @Async
    public Task<Object> body(World world) {
        Plain<String> plain = new Plain<>("value", 3);
        String all = "";
        for (Supplier<Task<String>> one : plain.all(world, 2, "x", "y")) {
            all += await(one.get()) + " ";
        }
        all += await(plain.field.apply(world)) + " " + await(Plain.fixed.apply(world)) + " " + await(plain.initialised.apply(world));
        all += " " + await(plain.constructed.apply(world)) + " " + await(Plain.generic(world, List.of(1), 2).get());
        all += " " + await(plain.inFinally(world, true).call()) + await(plain.inFinally(world, false).call());
        return done(all + await(Kind.SECOND.function.apply(world)) + await(plain.new Inner().run(world, "i").call()) + plain.counter);
    }

    @Async
    private static class Plain<T> {
        private static final Function<World, Task<String>> fixed = world -> done("fixed" + await(world.later("fixed", 1)));
        private final Function<World, Task<String>> field = world -> {
            this.counter++;
            return done("field" + await(world.later("field", value())));
        };
        private final Function<World, Task<String>> initialised;
        private final Function<World, Task<String>> constructed;
        private final T value;
        private int counter;

        {
            int local = 8;
            String text = "init" + new ArrayList<>(List.of(local));
            initialised = world -> done(text + await(world.later("init", local)) + value());
        }

        Plain(T value, int n) {
            this(value, n, n + 1);
        }

        private Plain(T value, int first, int second) {
            this.value = value;
            constructed = world -> {
                int sum = second - first + await(world.later("sum", 10));
                return done("sum" + sum);
            };
        }

        private T value() {
            return value;
        }

        List<Supplier<Task<String>>> all(World world, int n, String first, String second) {
            List<Supplier<Task<String>>> made = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int turn = i;
                made.add(() -> {
                    await(world.pause("turn"));
                    return done(second + first + turn);
                });
                Runnable plain = () -> {
                    String inner = first + turn;
                    made.add(() -> done(inner + second + await(world.later("inner", value))));
                };
                plain.run();
            }
            made.addAll(List.of(() -> done(first + await(world.later("one", 1))), () -> done(first + await(world.later("two", 2)))));
            made.add((Supplier<Task<String>> & Serializable) () -> done("serial" + await(world.later("s", second))));
            return made;
        }

        static <E, R extends List<E>> Supplier<Task<Object>> generic(World world, R list, E other) {
            BiFunction<E, R, Task<Object>> both = (e, r) -> {
                E one = await(world.later("one", r.get(0)));
                return done("" + one + e);
            };
            return () -> done(await(both.apply(other, list)));
        }

        Work<String, RuntimeException> inFinally(World world, boolean early) {
            Work<String, RuntimeException> work = null;
            try {
                if (early) {
                    return () -> done("early" + await(world.later("early", 1)));
                }
            } finally {
                work = () -> done("finally" + await(world.later("finally", 1)) + counter);
            }
            return work;
        }

        class Inner {
            Work<Object, RuntimeException> run(World world, String own) {
                return () -> {
                    Supplier<Task<T>> nested = () -> done(await(world.later("nested", value)));
                    counter += 10;
                    return done(own + await(nested.get()));
                };
            }
        }
    }

    @Async
    private enum Kind {
        FIRST(world -> done(await(world.later("first", "f")))),
        SECOND(world -> done(await(world.later("second", "s"))));

        private final Function<World, Task<String>> function;

        Kind(Function<World, Task<String>> function) {
            this.function = function;
        }
    }
}
