// A method that awaits itself keeps each call's locals apart.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class Recursion {
    @Async
    public Task<Object> body(World world) {
        return done(await(factorial(world, 5)) + await(fibonacci(world, 4)));
    }

    @Async
    private static Task<Long> factorial(World world, int n) {
        if (n <= 1) {
            return world.later("one", 1L);
        }
        return done(n * await(factorial(world, n - 1)));
    }

    @Async
    private static Task<Integer> fibonacci(World world, int n) {
        if (n < 2) {
            await(world.pause("n"));
            return done(n);
        }
        return done(await(fibonacci(world, n - 1)) * 10 + await(fibonacci(world, n - 2)));
    }
}
