// An @Async method without an await completes at once.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class MethodsWithoutAwait {
    @Async
    public Task<Object> body(World world) {
        int a = await(plain(1));
        await(nothing(world));
        String b = "";
        try {
            await(failing());
        } catch (IllegalArgumentException e) {
            b = e.getMessage();
        }
        return done(a + b + await(world.later("c", 1)));
    }

    @Async
    private Task<Integer> plain(int n) {
        for (int i = 0; i < 3; i++) {
            n += i;
        }
        return done(n);
    }

    @Async
    private Task<Void> nothing(World world) {
        world.trace("nothing");
        return done();
    }

    @Async
    private Task<Integer> failing() {
        throw new IllegalArgumentException("failing");
    }
}
