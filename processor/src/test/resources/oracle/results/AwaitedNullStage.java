// Awaiting a stage that is null fails in the body.
package oracle.results;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;
import oracle.World;

public final class AwaitedNullStage {
    @Async
    public Task<Object> body(World world) {
        CompletableFuture<Integer> none = null;
        await(world.future("a", 1));
        try {
            return done(await(none));
        } catch (NullPointerException failure) {
            world.trace("null");
        }
        return done(await(world.future("b", 2)));
    }
}
