package dev.fermata.testing;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs a test on a fresh loop, in virtual time unless it is to be real, and looks at what it left behind. For any test
 * framework; those who have JUnit get the same by {@code @AsyncTest}.
 *
 * <pre>{@code
 * @Test
 * void anHourPasses() {
 *     TestLoop.virtual().run(test -> sleep(Duration.ofHours(1)));
 * }
 * }</pre>
 *
 * @param realTime whether clock, network and files are the system's
 * @param seed what shuffles the ready tasks; empty for the order in which they became ready
 * @param timeout of the real clock: a test that takes longer is ended, and fails with what it was waiting for
 * @param leakChecks whether the test fails if it leaves behind tasks, sleeps, sockets, files or failures
 */
public record TestLoop(boolean realTime, OptionalLong seed, Duration timeout, boolean leakChecks) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** In virtual time, with a simulated network; within ten seconds, and leaving nothing behind. */
    public static TestLoop virtual() {
        return new TestLoop(false, OptionalLong.empty(), TIMEOUT, true);
    }

    /** On the system's clock and network; within ten seconds, and leaving nothing behind. */
    public static TestLoop real() {
        return new TestLoop(true, OptionalLong.empty(), TIMEOUT, true);
    }

    /** As this, with ready tasks shuffled. */
    public TestLoop withSeed(long seed) {
        return new TestLoop(realTime, OptionalLong.of(seed), timeout, leakChecks);
    }

    /** As this, with another limit of real time. */
    public TestLoop withTimeout(Duration timeout) {
        return new TestLoop(realTime, seed, timeout, leakChecks);
    }

    /** As this; what is left behind is none of the test's business. */
    public TestLoop withoutLeakChecks() {
        return new TestLoop(realTime, seed, timeout, false);
    }

    /**
     * Runs a test on a thread of its own.
     *
     * @return the value of the test's task; its failure is thrown, the same object
     * @throws AssertionError if it does not end in time, or leaves something behind; with a seed, if it fails at all: the
     *     message says how to replay it, and the failure is the cause
     */
    public <T extends @Nullable Object, X extends Exception> T run(TestBody<? extends T, X> body) throws X {
        return run(body, false);
    }

    private <T extends @Nullable Object, X extends Exception> T run(
            TestBody<? extends T, X> body, boolean returnsNothing) throws X {
        try {
            return attempt(body, returnsNothing);
        } catch (Throwable failure) {
            if (seed.isEmpty()) {
                throw TestLoop.<RuntimeException>sneak(failure);
            }
            throw new AssertionError(
                    "with seed " + seed.getAsLong() + ", which can be replayed by TestLoop.withSeed(" + seed.getAsLong()
                            + "), @AsyncTest(seeds = " + seed.getAsLong() + ") or -Dfermata.test.seed="
                            + seed.getAsLong() + ": " + failure.getMessage(),
                    failure);
        }
    }

    /**
     * As {@link #run}, of a test that returns nothing, but may call {@code @Async} methods that do so: it ends when these have
     * ended, and fails as the first of them that failed.
     */
    public <X extends Exception> void runVoid(VoidTestBody<X> body) throws X {
        run(
                context -> {
                    body.start(context);
                    return context.loop().voidCalls();
                },
                true);
    }

    @SuppressWarnings("NullAway") // a test that has ended without a failure has a value, which may be null where T may
    private <T extends @Nullable Object> T attempt(TestBody<? extends T, ?> body, boolean returnsNothing)
            throws Throwable {
        TestContext context = TestContext.of(realTime, seed);
        TestThread<T> thread = new TestThread<>(context, body);
        if (!thread.run(timeout)) {
            String doing = thread.describe();
            String left = thread.end() ? "" : "\nIt could not be cancelled either: its thread goes on";
            throw new AssertionError("the test has not ended within " + timeout.toMillis() + " ms. " + doing + left);
        }
        Throwable thrown = thread.failure();
        Throwable failure = thrown == null && returnsNothing ? context.takeLost() : thrown;
        if (failure != null) {
            context.lost().stream().filter(lost -> lost != failure).forEach(failure::addSuppressed);
            throw failure;
        }
        if (leakChecks) {
            requireNothingLeft(thread.leaks(), context.lost());
        }
        return thread.value();
    }

    private static void requireNothingLeft(List<String> leaks, List<Throwable> lost) {
        if (leaks.isEmpty() && lost.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("the test has left something behind");
        leaks.forEach(leak -> message.append("\n- ").append(leak.replace("\n", "\n  ")));
        lost.forEach(
                failure -> message.append("\n- a failure that nobody awaited: ").append(failure));
        AssertionError error = new AssertionError(message.toString());
        lost.forEach(error::addSuppressed);
        throw error;
    }

    @SuppressWarnings("unchecked") // X stands for what the body declares
    private static <X extends Throwable> X sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}
