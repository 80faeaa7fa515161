// An await-free synchronized block stands between awaits.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SynchronizedCodeBetween {
    @Async
    public Task<Object> body(World world) {
        int n = await(world.later("a", 1));
        synchronized (this) {
            n += 10;
        }
        await(world.pause("b"));
        synchronized (lock) {
            if (n > 5) {
                n += 100;
            }
        }
        return done(n + await(world.later("c", 1)));
    }

    private final Object lock = new Object();
}
