// A future is awaited as a task is, and its failure is the same object.
package oracle.results;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import oracle.World;

public final class AwaitedFutures {
    @Async
    public Task<Object> body(World world) throws IOException {
        int sum = world.see("before", 1) + await(world.future("a", 2)) + world.see("between", 3);
        CompletableFuture<String> text = world.future("b", "text");
        try {
            world.log(sum + await(text).length());
            world.log(await(text));
        } catch (IllegalStateException failure) {
            world.caught(failure);
            await(world.future("c", null));
        } finally {
            world.log(await(world.later("d", 4)) + await(world.future("e", 5L)));
        }
        return done(sum);
    }
}
