// An instance method awaits others of its object, private ones among them.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class InstanceMethod {
    @Async
    public Task<Object> body(World world) {
        field += await(world.later("a", 1));
        int sum = field + await(twice(world, 5)) + this.plain(3) + plain(4);
        return done(sum + " " + field);
    }

    private int field = 100;

    @Async
    private Task<Integer> twice(World world, int n) {
        field++;
        return done(2 * await(world.later("b", n)));
    }

    private int plain(int n) {
        return n * field;
    }
}
