// Private methods of an interface are called from a class in its nest.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class PrivateInterfaceMembers {
    @Async
    public Task<Object> body(World world) {
        Tool tool = new Tool() {};
        return done(await(world.later("a", 1)) + tool.hidden() + Tool.secret(await(world.later("b", 2))));
    }

    private interface Tool {
        private String hidden() {
            return "hidden";
        }

        private static String secret(int n) {
            return "secret" + n;
        }
    }
}
