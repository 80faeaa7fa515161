package dev.fermata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a {@link CompletionStage} of which one cannot ask whether it is there: the stage tells it, now or later,
 * on any thread. The one that waits for it is told once.
 */
final class StageOutcome implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    private static final VarHandle WAITER;
    private static final Waiter ARRIVED = outcome -> {};

    static {
        try {
            WAITER = MethodHandles.lookup().findVarHandle(StageOutcome.class, "waiter", Waiter.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final CompletionStage<?> stage;
    private @Nullable Object value;
    private @Nullable Throwable failure;

    /** Who waits; null before anybody does, {@link #ARRIVED} once the outcome is there. Publishes the outcome. */
    private volatile @Nullable Waiter waiter;

    private StageOutcome(CompletionStage<?> stage) {
        this.stage = stage;
    }

    /** Is told, on the thread that completes the stage. */
    interface Waiter {
        void arrived(StageOutcome outcome);
    }

    /**
     * What an await of a stage looks at: the stage itself if it is a future that is done and can be asked, so that nothing
     * is allocated; else a new {@code StageOutcome}. Subclasses of {@link CompletableFuture} are not asked, since some
     * refuse to answer, as what {@link CompletableFuture#completedStage} makes.
     */
    static Object of(@Nullable CompletionStage<?> stage) {
        if (stage == null) {
            throw new NullPointerException("await(null): what is awaited must be a stage");
        }
        boolean plain = stage.getClass() == CompletableFuture.class || stage instanceof ResultFuture<?>;
        if (plain && ((CompletableFuture<?>) stage).isDone()) {
            return stage;
        }
        StageOutcome outcome = new StageOutcome(stage);
        stage.whenComplete(outcome);
        return outcome;
    }

    /** True if the outcome of a task, or of what {@link #of} gave, can be had now. */
    static boolean isReady(@Nullable Object awaited) {
        if (awaited instanceof Task<?> task) {
            return task.status > Task.PENDING;
        }
        if (awaited instanceof StageOutcome outcome) {
            return outcome.hasArrived();
        }
        if (awaited == null) {
            throw new NullPointerException("await(null): what is awaited must be a task");
        }
        return true;
    }

    /** The value of a task, or of what {@link #of} gave, when it is ready; throws the failure, the same object. */
    @SuppressWarnings({"unchecked", "NullAway"}) // the caller knows the type of what it awaited
    static <V extends @Nullable Object> V result(Object awaited) {
        if (awaited instanceof Task<?> task) {
            return Frame.result(task);
        }
        if (awaited instanceof StageOutcome outcome) {
            if (outcome.failure != null) {
                throw Sneaky.raise(outcome.failure);
            }
            return (V) outcome.value;
        }
        CompletableFuture<V> future = (CompletableFuture<V>) awaited;
        if (future.isCompletedExceptionally()) {
            throw Sneaky.raise(unwrap(future.handle((none, failure) -> failure).join()));
        }
        return future.join();
    }

    /** Whether the outcome of a task, or of what {@link #of} gave, is a cancellation. */
    static boolean isCancelled(@Nullable Object awaited) {
        return awaited instanceof Task<?> task
                ? task.isCancelled()
                : awaited instanceof StageOutcome outcome && outcome.failure instanceof CancellationException;
    }

    /** Without the {@link CompletionException} that stages put around the failures of those before them. */
    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }

    /** Called by the stage. */
    @Override
    public void accept(@Nullable Object value, @Nullable Throwable failure) {
        this.value = value;
        this.failure = failure == null ? null : unwrap(failure);
        Waiter told = (Waiter) WAITER.getAndSet(this, ARRIVED);
        if (told != null) {
            told.arrived(this);
        }
    }

    /** Has {@code one} told; at once, on this thread, if the outcome is there. */
    void tell(Waiter one) {
        if (!WAITER.compareAndSet(this, null, one)) {
            one.arrived(this);
        }
    }

    /**
     * Asks the call whose future this is to end early, if nobody else is known to wait for it; how it then ends is still to
     * be waited for. False if it is no call's: {@link #cancelStage} then.
     */
    boolean requestCancel() {
        return stage instanceof ResultFuture<?> future && future.getNumberOfDependents() <= 1 && future.requestCancel();
    }

    /** Whether the outcome is there. */
    boolean hasArrived() {
        return waiter == ARRIVED;
    }

    /** The failure that arrived; null for a value. */
    @Nullable Throwable failure() {
        return failure;
    }

    /** The value that arrived. */
    @Nullable Object value() {
        return value;
    }

    /** Cancels the stage if it is a future for which nobody else is known to wait. */
    void cancelStage() {
        if (stage instanceof CompletableFuture<?> future && future.getNumberOfDependents() <= 1) {
            future.cancel(false);
        }
    }

    /** An outcome that is there, as {@link #of} gives it, as a task. */
    static Task<?> doneTask(Object awaited) {
        try {
            return new Completed<@Nullable Object>(Task.SUCCEEDED, result(awaited));
        } catch (Throwable failure) {
            return new Completed<>(Task.FAILED, failure);
        }
    }

    /** The outcome as a task of a loop. */
    Task<?> toTask(EventLoop loop) {
        StageTask task = new StageTask(loop, this);
        tell(task);
        return task;
    }
}
