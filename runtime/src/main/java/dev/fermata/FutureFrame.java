package dev.fermata;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A suspended call of an {@link Async} method that returns a {@link CompletableFuture} or {@link CompletionStage}: its
 * saved locals and its place in the queues. Extended by generated code only, which makes it at the call's first real
 * suspension.
 *
 * <p>Where a loop runs then, the call belongs to that loop and always goes on there, in its turn. Elsewhere it goes on on
 * the thread that completes what it awaits, until it awaits a task, which only a loop can complete.
 */
public abstract class FutureFrame<T extends @Nullable Object> extends HeldCall<T> {
    /** The state to resume at; written by {@link #suspend}. Generated code uses those from 0. */
    protected int state;

    /** Null until the first is opened. */
    private @Nullable CallScopes scopes;

    protected FutureFrame() {}

    /** Restores what was saved and goes on. */
    protected abstract void resume();

    /** What an await of a stage awaits. */
    protected static Object outcomeOf(@Nullable CompletionStage<?> stage) {
        return StageOutcome.of(stage);
    }

    /** True if the awaited outcome can be had now. */
    protected static boolean isReady(@Nullable Object awaited) {
        return StageOutcome.isReady(awaited);
    }

    /** As {@link Frame#givesWay}, where the call belongs, or would belong, to the loop that runs here. */
    protected static boolean givesWay(@Nullable FutureFrame<?> frame, int awaits) {
        return Frame.givesWay(awaits) && (frame == null || frame.isOnItsLoop());
    }

    /** The awaited value; throws the failure, the same object. */
    protected static <V extends @Nullable Object> V result(Object awaited) {
        return StageOutcome.result(awaited);
    }

    /**
     * Holds this call at {@code state} until {@code awaited} is done, at least until its turn comes; returns its future, for
     * the caller to return. The call may have gone on, and even ended, on another thread by then.
     *
     * @throws IllegalStateException if a task is awaited where no loop runs, or not the one that it belongs to
     */
    protected final CompletableFuture<T> suspend(Object awaited, int state) {
        this.state = state;
        holdAndTell(awaited);
        return future;
    }

    /**
     * As {@link #suspend}, where the await stands in a {@code catch} or {@code finally} block, or closes a resource: once
     * this call has been told that it is cancelled, it may wait there.
     */
    protected final CompletableFuture<T> suspendInHandler(Object awaited, int state) {
        if (cancellation() != Task.CANCEL_DELIVERED) {
            return suspend(awaited, state);
        }
        this.state = state;
        hold(awaited);
        return future;
    }

    @Override
    final void goOn() {
        resume();
    }

    /** What was awaited; forgets it. */
    protected final Object awaited() {
        return take();
    }

    /** Ends the call with a value. */
    protected static <V extends @Nullable Object> CompletableFuture<V> complete(
            @Nullable FutureFrame<V> frame, V value) {
        if (frame == null) {
            return CompletableFuture.completedFuture(value);
        }
        frame.succeed(value);
        return frame.future;
    }

    /** Ends the call with the outcome that {@code stage} has or will have. */
    @SuppressWarnings(
            "unchecked") // a stage only gives values of its type, so one of V is as good as one of ? extends V
    protected static <V extends @Nullable Object> CompletableFuture<V> completeWith(
            @Nullable FutureFrame<V> frame, @Nullable CompletionStage<? extends V> stage) {
        if (stage == null) {
            return fail(frame, new NullPointerException("the @Async method returned null instead of a future"));
        }
        if (frame == null) {
            return stage instanceof CompletableFuture<?> future
                    ? (CompletableFuture<V>) future
                    : Stages.toFuture((CompletionStage<V>) stage);
        }
        try {
            frame.forward(outcomeOf(stage));
        } catch (Throwable failure) {
            return fail(frame, failure);
        }
        return frame.future;
    }

    /** Ends the call with a failure, which is reported if the future was completed or cancelled before. */
    protected static <V extends @Nullable Object> CompletableFuture<V> fail(
            @Nullable FutureFrame<V> frame, Throwable failure) {
        if (frame == null) {
            return CompletableFuture.failedFuture(failure);
        }
        frame.failWith(failure);
        return frame.future;
    }

    /** Begins a scope's block; nothing for null, which try-with-resources skips. */
    protected final void enter(@Nullable TaskScope<?> scope) {
        if (scope == null) {
            return;
        }
        belongTo(scope.loop);
        if (scopes == null) {
            scopes = new CallScopes(this);
        }
        scopes.enter(scope);
    }
}
