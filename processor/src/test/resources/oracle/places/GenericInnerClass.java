// An inner class of a generic class uses its type variable.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.Map;
import oracle.World;

/** semantics.md 49. */
public final class GenericInnerClass {
    @Async
    public Task<Object> body(World world) {
        Outer<String> outer = new Outer<>("x");
        Outer<String>.Inner<Integer> inner = outer.new Inner<>(await(world.later("a", 5)));
        return done(await(inner.pair(world, "y")) + outer.value);
    }

    private static final class Outer<T> {
        private T value;

        Outer(T value) {
            this.value = value;
        }

        private final class Inner<S> {
            private final S other;

            Inner(S other) {
                this.other = other;
            }

            @Async
            private <U extends T> Task<Map<T, S>> pair(World world, U next) {
                T old = value;
                value = await(world.later("next", next));
                S kept = await(world.later("other", other));
                return done(Map.of(old, kept));
            }
        }
    }
}
