package dev.fermata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that is there or still to come: a value, or a failure. What {@link Fermata#await} awaits; all else becomes
 * a task first ({@link #from}, {@link Completer}, {@link Fermata#offload}).
 *
 * <p>A task that is not done belongs to the loop it was made on, and only that one's thread may cancel it. It may be awaited
 * on other loops, and asked on any thread whether it is done and with what.
 *
 * @param <T> the type of the value
 */
public abstract class Task<T extends @Nullable Object> extends Continuation {
    // Statuses. Done is what is greater than PENDING, so that the fast path of an await is one comparison.
    static final byte GIVES_WAY = -3;
    /** Cancelled, and an await has said so; those in handlers may wait from now on. */
    static final byte CANCEL_DELIVERED = -2;
    /** Cancelled; the next await that has to wait says so. */
    static final byte CANCEL_REQUESTED = -1;

    static final byte PENDING = 0;
    static final byte SUCCEEDED = 1;
    static final byte FAILED = 2;

    private static final VarHandle STATUS;
    private static final VarHandle OUTCOME;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATUS = lookup.findVarHandle(Task.class, "status", byte.class);
            OUTCOME = lookup.findVarHandle(Task.class, "outcome", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The outcome of a task that was cancelled, until somebody asks for the exception: most often nobody does. */
    static final Object CANCELLED = new Object();

    /** The value, or the failure: as an {@link UnobservedFailure} or {@link #CANCELLED} until somebody asks for it. */
    @Nullable Object outcome;

    /**
     * Written as done by {@link #end}, but for a task that is done from the start; see {@link #statusNow}. A byte: see {@link
     * Frame#context}.
     */
    byte status;

    Task() {}

    /** Makes this done; whoever sees the status, on whatever thread, sees the outcome too. */
    final void end(int status, @Nullable Object outcome) {
        this.outcome = outcome;
        STATUS.setRelease(this, (byte) status);
    }

    /** The status, for those who may be on another thread than the loop's. */
    final int statusNow() {
        return (byte) STATUS.getAcquire(this);
    }

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
        Objects.requireNonNull(failure, "failed(null): the failure must be given");
        return Completed.ofFailure(failure);
    }

    /**
     * The outcome of a stage as a task of this thread's loop. A {@link java.util.concurrent.CompletionException} around
     * the failure is taken off. Cancelling the task cancels the stage if it is a {@link CompletableFuture}.
     */
    public static <T extends @Nullable Object> Task<T> from(CompletionStage<? extends T> stage) {
        Objects.requireNonNull(stage, "from(null): the stage must be given");
        return Stages.toTask(stage);
    }

    /**
     * The outcome that a callback gives: {@code start} hands the completer, or what calls it, to whoever is to call back. What
     * {@code start} throws fails the task.
     *
     * <pre>{@code
     * Task.fromCallback(completer -> client.get(url, completer::complete, completer::fail))
     * }</pre>
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> fromCallback(CallbackStart<T, X> start)
            throws X {
        Completer<T> completer = new Completer<>();
        try {
            start.start(completer);
        } catch (Throwable failure) {
            completer.fail(failure);
        }
        return completer;
    }

    /** Whether the outcome is there. */
    public final boolean isDone() {
        return statusNow() > PENDING;
    }

    /** Whether this is done and has failed, or was cancelled. */
    public final boolean isFailed() {
        return statusNow() == FAILED;
    }

    /** Whether this is done and has failed with a {@link CancellationException}. */
    public final boolean isCancelled() {
        if (statusNow() != FAILED) {
            return false;
        }
        Object held = OUTCOME.getAcquire(this);
        return held == CANCELLED || held instanceof CancellationException;
    }

    /** Whether {@link #cancel} was called, and the task has not ended yet. */
    public final boolean isCancelRequested() {
        return status == CANCEL_REQUESTED || status == CANCEL_DELIVERED;
    }

    /**
     * The value; throws the failure itself, checked or not, if the task has failed.
     *
     * @throws IllegalStateException if the task is not done
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // a task that succeeded holds a T
    public final T result() {
        if (statusNow() == SUCCEEDED) {
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
        if (statusNow() != FAILED) {
            throw new IllegalStateException(
                    isDone() ? "the task has not failed" : "the task is not done: await it, or ask isDone() before");
        }
        return observe();
    }

    /**
     * Asks the task to end early. Where it is held at an await, what it awaits is cancelled too, if nobody else awaits
     * that; otherwise a {@link CancellationException} is thrown there. A task that runs, or is about to, is cancelled at
     * its next await that has to wait.
     *
     * <p>A task that was cancelled stays so: a body that catches the exception and goes on gets it again at each await that
     * has to wait, except in its {@code catch} and {@code finally} blocks, which may wait once it was thrown. To cancel the
     * task again has no effect.
     *
     * @return false if the task is done, or cannot be cancelled
     * @throws IllegalStateException if it is not done, on another thread than its loop's
     */
    public abstract boolean cancel();

    /**
     * The outcome as a future, completed on the loop's thread; with an {@link IllegalStateException} if the loop is closed
     * before the task is done. Cancelling the future does not cancel the task.
     *
     * @throws IllegalStateException if the task is not done, on another thread than its loop's
     */
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

    /**
     * This, or what stands for it on {@code loop} if it is not done and belongs to another one.
     *
     * @throws IllegalStateException if that one will never end it
     */
    Task<T> on(EventLoop loop) {
        return this;
    }

    /**
     * The tasks that have to end so that this can, at least one; null if something else ends it, such as time, a channel,
     * another thread, or code that runs. To ask for a few of many costs no more than those few.
     */
    @Nullable Iterator<Task<?>> blockers() {
        return null;
    }

    /** Has {@code waiter} run when this is done, in its turn; both belong to {@code loop}. */
    void enlist(Continuation waiter, EventLoop loop) {
        loop.ready.add(waiter);
    }

    /** What this waits for, for a {@link TaskTree}. */
    List<Task<?>> awaits() {
        Iterator<Task<?>> blockers = blockers();
        List<Task<?>> all = new ArrayList<>();
        while (blockers != null && blockers.hasNext()) {
            all.add(blockers.next());
        }
        return all;
    }

    /** What this is, for a {@link TaskTree} and for messages. */
    String description() {
        return getClass().getSimpleName();
    }

    /** Where in the user's source this waits, for a {@link TaskTree}; null if nobody knows. */
    @Nullable StackTraceElement position() {
        return null;
    }

    /** The failure of a task that failed, which is not reported as unobserved any more. */
    final Throwable observe() {
        Object held = OUTCOME.getAcquire(this);
        if (held instanceof Throwable failure) {
            return failure;
        }
        if (held == CANCELLED) {
            Throwable cancellation = new CancellationException("the task was cancelled");
            if (OUTCOME.compareAndSet(this, CANCELLED, cancellation)) { // all get the same
                return cancellation;
            }
            return observe();
        }
        UnobservedFailure unobserved = (UnobservedFailure) held;
        assert unobserved != null;
        if (unobserved.withdraw()) {
            outcome = unobserved.failure;
        }
        return unobserved.failure;
    }
}
