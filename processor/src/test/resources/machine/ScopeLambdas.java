package machine;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.retry;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.timeout;

import dev.fermata.Async;
import dev.fermata.AsyncCallable;
import dev.fermata.DeadlineExceededException;
import dev.fermata.RetryPolicy;
import dev.fermata.Task;
import dev.fermata.TaskScope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Async lambdas that are given to what spawns and combines tasks, and that open scopes themselves. */
public final class ScopeLambdas {
    public final List<String> trace = new ArrayList<>();
    private int attempts;

    @Async
    public Task<Integer> sum() {
        try (var scope = TaskScope.open()) {
            int base = await(value(1));
            Task<Integer> left = scope.spawn(() -> {
                await(sleep(Duration.ofSeconds(2)));
                trace.add("left");
                return done(base + 1);
            });
            Task<Integer> right = scope.spawn(() -> done(base + await(value(10))));
            return done(await(left) + await(right));
        } finally {
            trace.add("left the block");
        }
    }

    @Async
    private Task<Integer> value(int n) {
        await(sleep(Duration.ofSeconds(1)));
        return done(n);
    }

    @Async
    public Task<String> failsFast(IOException failure) {
        AsyncCallable<String, IOException> block = () -> {
            try (TaskScope<IOException> scope = TaskScope.open()) {
                scope.spawn(() -> {
                    await(sleep(Duration.ofSeconds(1)));
                    throw failure;
                });
                scope.spawn(() -> {
                    try {
                        await(sleep(Duration.ofSeconds(10)));
                    } finally {
                        await(checkpoint());
                        trace.add("sibling ends");
                    }
                    return done();
                });
                await(sleep(Duration.ofSeconds(10)));
                trace.add("not reached");
            } finally {
                await(sleep(Duration.ofSeconds(1)));
                trace.add("closed");
            }
            return done("not reached");
        };
        try {
            return done(await(block.call()));
        } catch (IOException e) {
            return done("caught " + (e == failure));
        }
    }

    @Async
    public Task<Integer> retries() throws IOException {
        RetryPolicy policy = RetryPolicy.attempts(3).backOff(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return done(await(retry(policy, () -> {
            int attempt = ++attempts;
            trace.add("attempt " + attempt);
            await(sleep(Duration.ofSeconds(1)));
            if (attempt < 3) {
                throw new IOException("attempt " + attempt);
            }
            return done(attempt);
        })));
    }

    @Async
    public Task<String> timesOut() {
        try {
            return done(await(timeout(Duration.ofSeconds(2), () -> {
                try {
                    await(sleep(Duration.ofSeconds(10)));
                } catch (CancellationException e) {
                    trace.add("cancelled");
                    await(sleep(Duration.ofSeconds(1)));
                    trace.add("cleaned up");
                    throw e;
                }
                return done("not reached");
            })));
        } catch (DeadlineExceededException e) {
            return done("too late");
        }
    }

    @Async
    public Task<String> staysCancelled() {
        return timeout(Duration.ofSeconds(1), () -> {
            for (int i = 0; i < 3; i++) {
                try {
                    await(sleep(Duration.ofSeconds(10)));
                    trace.add("not reached");
                } catch (CancellationException e) {
                    trace.add("cancelled " + i);
                }
            }
            return done("kept");
        });
    }
}
