// A reference to the constructor of an inner class is given the instance that it stands in.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oracle.World;

/** semantics.md 18, 49. */
public final class InnerConstructorReferences {
    private int count;

    @Async
    public Task<Object> body(World world) {
        return done(await(new Middle<>("m").run(world)));
    }

    private class Outer {
        final String text;

        Outer(Object... all) {
            text = all.length + ":" + ++count;
        }
    }

    private class Middle<T> {
        private final T value;

        Middle(T value) {
            this.value = value;
        }

        private class Inner<X> {
            final X x;

            Inner(X x) {
                this.x = x;
                count++;
            }

            Inner(X x, T y) {
                this(x);
            }

            @Override
            public String toString() {
                return x + "" + value + count;
            }
        }

        @Async
        Task<String> run(World world) {
            Function<Integer, Inner<Integer>> raw = Inner<Integer>::new;
            BiFunction<Long, T, Inner<Long>> written = Inner<Long>::new;
            Supplier<Outer> outer = Outer::new;
            Function<String, Outer> one = Outer::new;
            int argument = await(world.later("a", 1));
            List<String> all = Stream.of(3, 1, 2)
                    .sorted(Comparator.reverseOrder())
                    .map(Inner<Integer>::new)
                    .map(Object::toString)
                    .collect(Collectors.toList());
            String more = Stream.of(await(world.later("b", "s"))).map(Outer::new).map(o -> o.text).findAny().get();
            return done(raw.apply(argument) + "" + written.apply(2L, value) + outer.get().text + one.apply("x").text + all + more);
        }
    }
}
