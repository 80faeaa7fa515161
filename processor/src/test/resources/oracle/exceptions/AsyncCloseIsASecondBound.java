// A resource whose type has AsyncCloseable as its second bound is closed, and that is awaited.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.Task;
import java.io.IOException;
import oracle.World;

/** semantics.md 45. */
public final class AsyncCloseIsASecondBound {
    private interface Named {
        String name();
    }

    private record Connection(World world) implements Named, AsyncCloseable<IOException> {
        @Override
        public String name() {
            return "connection";
        }

        @Override
        @Async
        public Task<Void> closeAsync() throws IOException {
            world.trace("closed " + await(world.later("close", "well")));
            return done();
        }
    }

    @Async
    public Task<Object> body(World world) throws IOException {
        await(use(world, new Connection(world)));
        return done("end");
    }

    @Async
    private static <R extends Named & AsyncCloseable<IOException>> Task<Void> use(World world, R resource)
            throws IOException {
        try (resource) {
            world.trace(resource.name());
        }
        world.trace("after");
        return done();
    }
}
