// A stage of another stage is awaited, and what wraps its failure is taken off.
package oracle.results;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import oracle.World;

public final class AwaitedStages {
    @Async
    public Task<Object> body(World world) {
        CompletionStage<Integer> doubled = world.future("a", 2).thenApply(n -> world.log(n) * 2);
        try {
            world.log(await(doubled));
        } catch (IllegalStateException failure) {
            world.caught(failure);
        } catch (CompletionException never) {
            world.trace("wrapped");
        }
        world.log(await(CompletableFuture.completedStage("minimal")));
        world.log(await(CompletableFuture.completedFuture((Object) null)));
        try {
            await(CompletableFuture.failedStage(new ArithmeticException("failed")));
        } catch (ArithmeticException failure) {
            world.caught(failure);
        }
        return done(await(world.future("b", 1)));
    }
}
