// A local class in await-free code has an @Async method of its own.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class AsyncMethodOfLocalClass {
    @Async
    public Task<Object> body(World world) {
        return done(await(run(world, await(world.later("a", 4)))));
    }

    private static Task<Integer> run(World world, int factor) {
        class Local {
            private int calls = 1;

            @Async
            Task<Integer> run(int n) {
                calls += await(world.later("step", n));
                return done(calls * factor);
            }
        }
        return new Local().run(10);
    }
}
