// Async lambdas name the type variables of the methods and classes around them.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49, 51. */
public final class AsyncLambdaGeneric {
    @Async
    public Task<Object> body(World world) {
        Holder<String>.Inner inner = new Holder<>(world, "held").new Inner();
        List<Integer> mapped = await(map(world, List.of("a", "bb"), String::length));
        return done("" + await(inner.pairs(3)) + mapped + await(wild(world, List.of(7, 8))));
    }

    @Async
    private static <T, R extends Comparable<? super R>> Task<List<R>> map(World world, List<T> from, Function<T, R> f) {
        Supplier<Task<List<R>>> all = () -> {
            List<R> result = new ArrayList<>();
            for (T one : from) {
                R mapped = f.apply(await(world.later("one", one)));
                result.add(mapped);
            }
            return done(result);
        };
        return done(await(all.get()));
    }

    @Async
    private static Task<Object> wild(World world, Collection<?> any) {
        for (var one : any) {
            Supplier<Task<?>> supplier = () -> done(await(world.later("wild", one)));
            await(supplier.get());
        }
        Supplier<? extends Task<? extends Number>> number = () -> done(await(world.later("number", 5)));
        return done(await(number.get()));
    }

    private static final class Holder<T> {
        private final World world;
        private final T value;

        Holder(World world, T value) {
            this.world = world;
            this.value = value;
        }

        final class Inner {
            private int count = 1;

            @Async
            <U> Task<List<Object>> pairs(U other) {
                Function<U, Task<List<Object>>> pair = u -> {
                    T kept = await(world.later("kept", value));
                    Supplier<Task<U>> deep = () -> {
                        Inner.this.count++;
                        U again = await(world.later("deep", u));
                        return done(again);
                    };
                    return done(List.of(kept, await(deep.get()), count));
                };
                return pair.apply(other);
            }
        }
    }
}
