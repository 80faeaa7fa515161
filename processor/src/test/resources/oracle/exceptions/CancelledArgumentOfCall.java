// A cancelled call whose argument is awaited first still cancels what it then calls and awaits.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CancellationException;
import oracle.World;

public final class CancelledArgumentOfCall {
    @Async
    public Task<Object> body(World world) {
        try {
            world.log(await(world.later("first", 1)));
        } catch (CancellationException e) {
            world.caught(e);
        }
        int sum = 0;
        try {
            sum = 1 + await(callee(world, await(world.later("argument", 2))));
        } finally {
            world.log(await(world.later("last", sum)));
        }
        return done(sum);
    }

    @Async
    private Task<Integer> callee(World world, int n) {
        int more = await(world.later("more", await(world.later("inner", n))));
        return done(more + await(world.later("end", 3)));
    }
}
