// A varargs method awaits its arguments' array.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class VarargsMethod {
    @Async
    public Task<Object> body(World world) {
        return done(await(sum(world)) + await(sum(world, 1)) * 10 + await(sum(world, 1, 2, 3)) * 100);
    }

    @Async
    private final Task<Integer> sum(World world, int... all) {
        int sum = await(world.later("start", 1));
        for (int one : all) {
            sum += await(world.later("one", one));
        }
        return done(sum);
    }
}
