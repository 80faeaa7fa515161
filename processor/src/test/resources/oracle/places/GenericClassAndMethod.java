// Generic classes and methods keep their type variables.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import oracle.World;

/** semantics.md 49. */
public final class GenericClassAndMethod {
    @Async
    public Task<Object> body(World world) {
        Holder<String> holder = new Holder<>("x");
        String text = await(holder.swap(world, "y")) + holder.value + await(holder.map(world, String::length));
        List<Integer> sorted = await(GenericClassAndMethod.<Integer, List<Integer>>largest(world, List.of(3, 9, 5), List.of(2, 4)));
        return done(text + sorted);
    }

    static final class Holder<T extends Comparable<? super T>> {
        private T value;

        Holder(T value) {
            this.value = value;
        }

        @Async
        Task<T> swap(World world, T other) {
            T old = value;
            value = await(world.later("swap", other));
            T larger = old.compareTo(value) > 0 ? old : await(world.later("larger", value));
            await(world.pause("a"));
            List<T> both = List.of(old, larger);
            return done(both.get(await(world.later("index", 1))));
        }

        @Async
        <R> Task<Map<T, R>> map(World world, Function<? super T, ? extends R> function) {
            R result = function.apply(await(world.later("value", value)));
            await(world.pause("b"));
            return done(Map.of(value, result));
        }
    }

    @Async
    private static <E extends Comparable<E>, L extends List<? extends E>> Task<List<E>> largest(World world, L a, L b) {
        List<E> result = new ArrayList<>();
        for (L list : List.of(a, b)) {
            E largest = null;
            for (E element : list) {
                if (largest == null || await(world.later("compare", element)).compareTo(largest) > 0) {
                    largest = element;
                }
            }
            result.add(largest);
        }
        return done(result);
    }
}
