package machine;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
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
}
