// A method that returns a future and never waits.
package oracle.results;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import oracle.World;

public final class FuturesThatEndAtOnce {
    @Async
    public Task<Object> body(World world) {
        int n = await(world.later("a", 1));
        return done(await(plusOne(n)) + await(this.<Integer>same(n)) + await(generic(List.of(n))).size());
    }

    @Async
    private CompletableFuture<Integer> plusOne(int n) {
        return CompletableFuture.completedFuture(n + 1);
    }

    @Async
    private <T> CompletionStage<T> same(T value) {
        return CompletableFuture.completedFuture(value);
    }

    @Async
    private static <T> CompletableFuture<? extends List<T>> generic(List<T> values) {
        return CompletableFuture.completedFuture(new ArrayList<>(values));
    }
}
