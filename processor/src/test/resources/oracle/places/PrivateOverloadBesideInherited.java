// A private overload stands next to an inherited one, and each is called for its arguments.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class PrivateOverloadBesideInherited extends oracle.places.elsewhere.Ancestor {
    @Async
    public Task<Object> body(World world) {
        return done(add(await(world.later("a", 1)), 2) + add(await(world.later("b", 1L)), 2) + add(await(world.later("c", "x")), 3));
    }

    private String add(long a, int b) {
        return "long" + (a + b);
    }

    private String add(String a, int b) {
        return a + b;
    }
}
