package dev.fermata.net;

import dev.fermata.AsyncCallable;
import dev.fermata.Clock;
import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.ReadyOrder;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A loop on a thread of its own, and a test that talks to it in sequence. What the test asks for is called on the loop's
 * thread; the test's own thread blocks, as the oracle of all asynchronous code does.
 */
public final class LoopThread implements AutoCloseable {
    /** What the loop watches. */
    public final WatchedPoller poller = new WatchedPoller();

    /** What was reported as a failure that nobody awaited. */
    public final List<Throwable> unobserved = Collections.synchronizedList(new ArrayList<>());

    private final CompletableFuture<Completer<@Nullable Void>> running = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final EventLoop loop =
            new EventLoop(Clock.system(), poller, ReadyOrder.fifo(), (what, failure) -> unobserved.add(failure));

    public LoopThread() {
        new Thread(this::run, "loop").start();
        running.join();
    }

    @SuppressWarnings("NullAway") // it does not infer that the value may be null, as a Void always is
    private void run() {
        try (loop) {
            loop.run(() -> {
                var end = new Completer<@Nullable Void>();
                running.complete(end);
                return end;
            });
        } catch (Throwable failure) {
            running.completeExceptionally(failure);
            ended.completeExceptionally(failure);
            return;
        }
        ended.complete(null);
    }

    /** The value of a call on the loop's thread; by the time that the next one is made, the loop has polled. */
    public <V extends @Nullable Object> V on(Callable<V> call) throws Exception {
        var value = new CompletableFuture<V>();
        loop.execute(() -> {
            try {
                value.complete(call.call());
            } catch (Throwable failure) {
                value.completeExceptionally(failure);
            }
        });
        return get(value);
    }

    /** The outcome of a task, which is started on the loop's thread if it does not run yet. */
    public <V extends @Nullable Object> V await(AsyncCallable<V, ?> call) throws Exception {
        return get(on(() -> call.call().toCompletableFuture()));
    }

    /** Cancels a task. */
    public boolean cancel(Task<?> task) throws Exception {
        return on(task::cancel);
    }

    private static <V extends @Nullable Object> V get(CompletableFuture<V> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /** Ends the loop; when this returns it is closed. */
    @Override
    public void close() {
        running.join().complete(null);
        ended.join();
    }
}
