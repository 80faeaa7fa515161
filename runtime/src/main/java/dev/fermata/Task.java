package dev.fermata;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that is there or still to come: a value, or a failure. What {@link Fermata#await} awaits; all else becomes
 * a task first ({@link #from}, {@link Completer}, {@link Fermata#offload}).
 *
 * <p>Loop-confined: a task that is not done belongs to the loop it was made on, and only its thread may use it.
 *
 * @param <T> the type of the value
 */
public abstract class Task<T extends @Nullable Object> extends Continuation {
    // Statuses. Done is what is greater than PENDING, so that the fast path of an await is one comparison.
    static final int GIVES_WAY = -2;
    static final int CANCEL_REQUESTED = -1;
    static final int PENDING = 0;
    static final int SUCCEEDED = 1;
    static final int FAILED = 2;

    /** The outcome of a task that was cancelled, until somebody asks for the exception: most often nobody does. */
    static final Object CANCELLED = new Object();

    /** The value, or the failure: as an {@link UnobservedFailure} or {@link #CANCELLED} until somebody asks for it. */
    @Nullable Object outcome;

    int status;

    Task() {}

    /** A task that is done, without a value. */
    public static Task<Void> done() {
        return Completed.empty();
    }

    /** A task that is done, with a value. Needs no loop. */
    public static <T extends @Nullable Object> Task<T> done(T value) {
        return value == null ? Completed.empty() : new Completed<>(SUCCEEDED, value);
    }

    /**
     * A task that has failed.
     *
     * @throws IllegalStateException if no loop runs on this thread, for then nobody would hear of the failure
     */
    public static <T extends @Nullable Object> Task<T> failed(Throwable failure) {
        return Completed.ofFailure(failure);
    }

    /**
     * The outcome of a stage as a task of this thread's loop. A {@link java.util.concurrent.CompletionException} around
     * the failure is taken off. Cancelling the task cancels the stage if it is a {@link CompletableFuture}.
     */
    public static <T extends @Nullable Object> Task<T> from(CompletionStage<? extends T> stage) {
        return Stages.toTask(stage);
    }

    /** Whether the outcome is there. */
    public final boolean isDone() {
        return status > PENDING;
    }

    /** Whether this is done and has failed, or was cancelled. */
    public final boolean isFailed() {
        return status == FAILED;
    }

    /** Whether this is done and has failed with a {@link CancellationException}. */
    public final boolean isCancelled() {
        return status == FAILED && (outcome == CANCELLED || outcome instanceof CancellationException);
    }

    /**
     * The value; throws the failure itself, checked or not, if the task has failed.
     *
     * @throws IllegalStateException if the task is not done
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // a task that succeeded holds a T
    public final T result() {
        if (status == SUCCEEDED) {
            return (T) outcome;
        }
        throw Sneaky.raise(failure());
    }

    /**
     * What the task failed with; from then on it counts as observed.
     *
     * @throws IllegalStateException if the task is not done, or has not failed
     */
    public final Throwable failure() {
        if (status != FAILED) {
            throw new IllegalStateException(
                    isDone() ? "the task has not failed" : "the task is not done: await it, or ask isDone() before");
        }
        return observe();
    }

    /**
     * Asks the task to end early. Where it is held at an await, what it awaits is cancelled too, if nobody else awaits
     * that; otherwise a {@link CancellationException} is thrown there. A task that runs, or is about to, is cancelled at
     * its next await that has to wait. The body may catch the exception and go on: a request is delivered once.
     *
     * @return false if the task is done, or cannot be cancelled
     */
    public abstract boolean cancel();

    /** The outcome as a future, completed on the loop's thread. Cancelling the future does not cancel the task. */
    public final CompletableFuture<T> toCompletableFuture() {
        return Stages.toFuture(this);
    }

    /**
     * One step of {@link #cancel}.
     *
     * @return the task that the request passes on to; null if it ends here. A loop, not a recursion, follows it, since
     *     chains of tasks can be longer than any stack
     */
    abstract @Nullable Task<?> takeCancellation();

    /** Has {@code waiter} run when this is done, in its turn; both belong to {@code loop}. */
    void enlist(Continuation waiter, EventLoop loop) {
        loop.ready.add(waiter);
    }

    /** What this waits for, for a {@link TaskTree}. */
    List<Task<?>> awaits() {
        return List.of();
    }

    /** What this is, for a {@link TaskTree}. */
    String description() {
        return getClass().getSimpleName();
    }

    /** Where in the user's source this waits, for a {@link TaskTree}; null if nobody knows. */
    @Nullable StackTraceElement position() {
        return null;
    }

    /** The failure of a task that failed, which is not reported as unobserved any more. */
    final Throwable observe() {
        Object held = outcome;
        if (held instanceof Throwable failure) {
            return failure;
        }
        if (held == CANCELLED) {
            Throwable cancellation = new CancellationException("the task was cancelled");
            outcome = cancellation;
            return cancellation;
        }
        UnobservedFailure unobserved = (UnobservedFailure) held;
        assert unobserved != null;
        if (unobserved.withdraw()) {
            outcome = unobserved.failure;
        }
        return unobserved.failure;
    }
}
