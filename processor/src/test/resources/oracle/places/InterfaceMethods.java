// Interfaces have default, static and private @Async methods.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class InterfaceMethods {
    @Async
    public Task<Object> body(World world) {
        Counter counter = () -> 5;
        return done(await(counter.twice(world)) + await(Counter.zero(world)) + await(new Three().twice(world)));
    }

    interface Counter {
        int START = 1000;

        int count();

        @Async
        default Task<Integer> twice(World world) {
            return done(count() + await(one(world)) + count() + START);
        }

        @Async
        private Task<Integer> one(World world) {
            return done(count() * await(world.later("one", 10)));
        }

        @Async
        static Task<Integer> zero(World world) {
            return done(await(world.later("zero", 7)) + await(hidden(world)));
        }

        @Async
        private static Task<Integer> hidden(World world) {
            await(world.pause("hidden"));
            return done(START);
        }
    }

    private record Three() implements Counter {
        @Override
        public int count() {
            return 3;
        }

        @Async
        @Override
        public Task<Integer> twice(World world) {
            return done(await(Counter.super.twice(world)) * await(world.later("three", 2)));
        }
    }
}
