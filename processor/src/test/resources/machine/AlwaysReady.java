package machine;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

public final class AlwaysReady {
    private static final int MANY = 1_000_000;

    /** How many awaits it took until somebody else has stopped it. */
    @Async
    public Task<Integer> until(BooleanSupplier stopped) {
        int rounds = 0;
        while (rounds < MANY && !stopped.getAsBoolean()) {
            await(done());
            rounds++;
        }
        return done(rounds);
    }

    @Async
    public Task<Long> sum(long terms) {
        long sum = 0;
        for (long i = 1; i <= terms; i++) {
            try {
                sum += await(done(i));
            } finally {
                sum += await(done(0L));
            }
        }
        return done(sum);
    }

    @Async
    public Task<Integer> untilOfStages(BooleanSupplier stopped) {
        int rounds = 0;
        while (rounds < MANY && !stopped.getAsBoolean()) {
            await(doneStage(rounds));
            rounds++;
        }
        return done(rounds);
    }

    @Async
    public CompletableFuture<Integer> untilInFuture(BooleanSupplier stopped) {
        int rounds = 0;
        while (rounds < MANY && !stopped.getAsBoolean()) {
            await(doneStage(rounds));
            rounds++;
        }
        return CompletableFuture.completedFuture(rounds);
    }

    @Async
    public CompletableFuture<Integer> untilOfTasksInFuture(BooleanSupplier stopped) {
        int rounds = 0;
        while (rounds < MANY && !stopped.getAsBoolean()) {
            await(done());
            rounds++;
        }
        return CompletableFuture.completedFuture(rounds);
    }

    /** One of each kind that can be asked, or cannot, whether it is done. */
    private static CompletionStage<Integer> doneStage(int n) {
        return n % 2 == 0 ? CompletableFuture.completedStage(n) : CompletableFuture.completedFuture(n);
    }

    @Async
    public CompletableFuture<Long> sumInFuture(long terms) {
        long sum = 0;
        for (long i = 1; i <= terms; i++) {
            try {
                await(CompletableFuture.failedFuture(new IllegalStateException("of round " + i)));
            } catch (IllegalStateException expected) {
                if (expected.getMessage().equals("of round " + i)) {
                    sum += await(CompletableFuture.completedFuture(i));
                }
            }
        }
        return CompletableFuture.completedFuture(sum);
    }
}
