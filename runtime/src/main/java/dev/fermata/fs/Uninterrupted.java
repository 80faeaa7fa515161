package dev.fermata.fs;

import dev.fermata.BlockingCallable;
import dev.fermata.Completer;
import dev.fermata.Fermata;
import dev.fermata.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work on another thread that goes on to its end, whoever gives up waiting for it. What {@link Fermata#offload} does when
 * its task is cancelled, to interrupt the thread, would close the {@link java.nio.channels.FileChannel} under everybody
 * who uses it. Loop-confined.
 */
final class Uninterrupted<T extends @Nullable Object> {
    private final CompletableFuture<T> outcome;

    private Uninterrupted(CompletableFuture<T> outcome) {
        this.outcome = outcome;
    }

    /** Starts the work. */
    static <T extends @Nullable Object> Uninterrupted<T> start(BlockingCallable<T, IOException> work) {
        try {
            return new Uninterrupted<>(Fermata.offload(work).toCompletableFuture());
        } catch (IOException e) {
            throw new UncheckedIOException("offload itself does not throw what the work does", e);
        }
    }

    /** Whether the work has ended. */
    boolean isDone() {
        return outcome.isDone();
    }

    /** Has the loop's thread do something with the value, if the work ends well. Returns this. */
    @SuppressWarnings("FutureReturnValueIgnored") // the action does not fail
    Uninterrupted<T> andThen(Consumer<? super T> action) {
        outcome.thenAccept(action);
        return this;
    }

    /** The outcome as a task: to cancel that, or to forget it, does not concern the work. */
    Task<T> task() {
        return taskOr(unwanted -> {});
    }

    /** Likewise; {@code disposal} gets the value if the task was cancelled. */
    @SuppressWarnings("FutureReturnValueIgnored") // it is the task that says what came of it
    Task<T> taskOr(Consumer<? super T> disposal) {
        var task = new Completer<T>();
        outcome.whenComplete((value, failure) -> {
            if (failure != null) {
                task.fail(failure);
            } else if (!task.complete(value)) {
                disposal.accept(value);
            }
        });
        return task.task();
    }
}
