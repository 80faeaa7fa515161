// A class of the user's that closes by an @Async method is a resource.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class OwnAsyncCloseable {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try (Connection c = new Connection(world, 2)) {
            text += await(world.later("body", c.left));
        }
        return done(text);
    }

    private static final class Connection implements AsyncCloseable<RuntimeException> {
        private final World world;
        private int left;

        Connection(World world, int left) {
            this.world = world;
            this.left = left;
        }

        @Async
        @Override
        public Task<Void> closeAsync() {
            while (left-- > 0) {
                await(world.pause("flush"));
            }
            world.trace("closed");
            return done();
        }
    }
}
