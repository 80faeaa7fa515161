// An anonymous class in await-free code has an @Async method of its own.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class AsyncMethodOfAnonymousClass {
    @Async
    public Task<Object> body(World world) {
        return done(await(make(world, 3).run(await(world.later("a", 4)))));
    }

    interface Step {
        Task<Integer> run(int n);
    }

    private static Step make(World world, int factor) {
        return new Step() {
            private int calls;

            @Async
            @Override
            public Task<Integer> run(int n) {
                calls += await(world.later("step", n));
                await(world.pause("again"));
                return done(calls * factor);
            }
        };
    }
}
