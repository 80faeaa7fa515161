// A method whose task has no value ends by done().
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class VoidTask {
    @Async
    public Task<Object> body(World world) {
        Task<Void> task = run(world, 2);
        await(task);
        await(run(world, 0));
        return done("end");
    }

    @Async
    private static Task<Void> run(World world, int n) {
        if (n == 0) {
            return done();
        }
        while (n-- > 0) {
            await(world.pause("step"));
        }
        if (n < -5) {
            return world.pause("never");
        }
        return done();
    }
}
