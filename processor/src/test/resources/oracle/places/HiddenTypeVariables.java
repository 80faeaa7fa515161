// A type variable of the method hides that of its class.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

/** semantics.md 20, 49. */
public final class HiddenTypeVariables {
    @Async
    public Task<Object> body(World world) {
        return done(await(new Box<>(5).run(world, "x")) + await(new Box<>("b").new Inner<>(1L).run(world, 'c')));
    }

    private static class Box<T> {
        private final T content;

        Box(T content) {
            this.content = content;
        }

        @Async
        <T extends Comparable<T>> Task<String> run(World world, T other) {
            var outer = content;
            T kept = await(world.later("kept", other));
            var list = List.of(outer);
            await(world.pause("a"));
            return done(kept.compareTo(other) + "" + list.get(0) + outer);
        }

        private class Inner<S> {
            private final S own;

            Inner(S own) {
                this.own = own;
            }

            @Async
            <T, S> Task<String> run(World world, T other) {
                var all = List.of(content);
                var mine = own;
                T kept = await(world.later("kept", other));
                return done(all.get(0) + "" + mine + kept + await(world.later("own", own)));
            }
        }
    }
}
