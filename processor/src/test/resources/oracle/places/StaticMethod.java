// A static method has no object, and uses private static members.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class StaticMethod {
    @Async
    public Task<Object> body(World world) {
        return done(await(count(world, 3)) + " " + counter);
    }

    private static int counter;

    @Async
    static Task<Integer> count(World world, int n) {
        counter = 0;
        for (int i = 0; i < n; i++) {
            counter += await(world.later("a", i + 1));
            bump();
        }
        return done(counter);
    }

    private static void bump() {
        counter *= 2;
    }
}
