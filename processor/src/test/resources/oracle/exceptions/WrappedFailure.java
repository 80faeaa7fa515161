// A failure may become the cause of another.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class WrappedFailure {
    @Async
    public Task<Object> body(World world) {
        try {
            await(world.pause("a"));
        } catch (Throwable failure) {
            await(world.pause("b"));
            throw new IllegalStateException("wrapper", failure);
        }
        return done("end");
    }
}
