package dev.fermata.testing;

import dev.fermata.EventLoop;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.TaskTree.Node;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A thread for one test, so that a test which hangs can be left to itself. */
final class TestThread<T extends @Nullable Object> {
    /** Of the real clock: for what should take no time at all. */
    private static final long GRACE_SECONDS = 2;

    private final TestContext context;
    private final TestBody<? extends T, ?> body;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);

    // Written before the latch opens.
    private @Nullable T value;
    private @Nullable Throwable failure;
    private List<String> leaks = List.of();

    TestThread(TestContext context, TestBody<? extends T, ?> body) {
        this.context = context;
        this.body = body;
        this.thread = new Thread(this::run, "test loop");
        thread.setDaemon(true);
    }

    /** Runs the test; true when it has ended by itself. */
    boolean run(Duration timeout) throws InterruptedException {
        thread.start();
        return ended.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try (EventLoop loop = context.loop()) {
            value = start(loop);
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            ended.countDown();
        }
    }

    @SuppressWarnings("unchecked") // a task only gives values of its type
    private T start(EventLoop loop) throws Exception {
        CompletableFuture<Task<T>> test = new CompletableFuture<>();
        loop.run(() -> {
            Task<T> started = Fermata.spawn(() -> (Task<T>) body.start(context));
            test.complete(started);
            return Ending.of(started, context, found -> leaks = found);
        });
        return test.join().result();
    }

    @Nullable T value() {
        return value;
    }

    @Nullable Throwable failure() {
        return failure;
    }

    List<String> leaks() {
        return leaks;
    }

    /** What a test that has not ended is doing. */
    String describe() throws InterruptedException {
        CompletableFuture<String> tree = new CompletableFuture<>();
        try {
            context.loop().execute(() -> tree.complete(tasks()));
            return "These tasks wait:\n"
                    + tree.get(GRACE_SECONDS, TimeUnit.SECONDS).stripTrailing();
        } catch (TimeoutException | RejectedExecutionException e) {
            return "Its loop's thread is blocked or busy:\n" + stack();
        } catch (ExecutionException impossible) {
            throw new AssertionError("nobody fails this future", impossible);
        }
    }

    private String tasks() {
        return context.loop().tasks().roots().stream()
                .filter(root -> !root.description().equals(Ending.DESCRIPTION))
                .map(Node::toString)
                .collect(Collectors.joining());
    }

    private String stack() {
        StringBuilder stack = new StringBuilder();
        for (StackTraceElement each : thread.getStackTrace()) {
            stack.append("    at ").append(each).append('\n');
        }
        return stack.toString().stripTrailing();
    }

    /** Cancels the test, and waits for a while; true when it has ended and closed what it had open. */
    boolean end() throws InterruptedException {
        thread.interrupt();
        return ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
    }
}
