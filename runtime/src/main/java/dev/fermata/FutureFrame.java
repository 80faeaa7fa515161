package dev.fermata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
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
 *
 * <p>Only one thread at a time runs the call. {@link #awaiting} passes it on: whoever takes away what stands there, the
 * one that completes it or the one that cancels, goes on with the call, and sees what the one before has saved.
 */
public abstract class FutureFrame<T extends @Nullable Object> extends Continuation {
    private static final VarHandle AWAITING;
    private static final VarHandle CANCELLATION;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            AWAITING = lookup.findVarHandle(FutureFrame.class, "awaiting", Object.class);
            CANCELLATION = lookup.findVarHandle(FutureFrame.class, "cancellation", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The {@link #state} of a call that has ended with the outcome of a stage that is not done. */
    private static final int FORWARDING = -1;

    /** The state to resume at; written by {@link #suspend}. Generated code uses those from 0. */
    protected int state;

    private final ResultFuture<T> future = new ResultFuture<>();

    /** Null as long as the call goes on wherever what it awaits is completed. */
    private @Nullable EventLoop loop = EventLoop.find();

    /** A {@link Task} or {@link StageOutcome} while the call is held; null while it runs. */
    private volatile @Nullable Object awaiting;

    /** What the call goes on with. */
    private @Nullable Object received;

    /**
     * How far a cancellation has got, as the status of a task tells it. Any thread may request one; what comes then is for
     * the one that runs the call.
     */
    private volatile int cancellation = Task.PENDING;

    /** Whether the call as a whole was cancelled, not only by a scope within it. */
    private volatile boolean cancelled;

    /** Null until the first is opened. */
    private @Nullable Scopes scopes;

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

    /** The awaited value; throws the failure, the same object. */
    protected static <V extends @Nullable Object> V result(Object awaited) {
        return StageOutcome.result(awaited);
    }

    /**
     * Holds this call at {@code state} until {@code awaited} is done; returns its future, for the caller to return. The
     * call may have gone on, and even ended, on another thread by then.
     *
     * @throws IllegalStateException if a task is awaited where no loop runs, or not the one that it belongs to
     */
    protected final CompletableFuture<T> suspend(Object awaited, int state) {
        this.state = state;
        future.bind(this);
        Object held = hold(awaited);
        if (cancellation != Task.PENDING) {
            deliver(held);
        }
        return future;
    }

    /**
     * As {@link #suspend}, where the await stands in a {@code catch} or {@code finally} block, or closes a resource: once
     * this call has been told that it is cancelled, it may wait there.
     */
    protected final CompletableFuture<T> suspendInHandler(Object awaited, int state) {
        if (cancellation != Task.CANCEL_DELIVERED) {
            return suspend(awaited, state);
        }
        this.state = state;
        hold(awaited);
        return future;
    }

    /** Returns what is really awaited. That is the last that this thread does with the call, if it awaits a stage. */
    private Object hold(Object awaited) {
        if (awaited instanceof Task<?> task) {
            return hold(task);
        }
        StageOutcome outcome = (StageOutcome) awaited;
        awaiting = outcome;
        outcome.tell(this::arrived);
        return outcome;
    }

    private Task<?> hold(Task<?> task) {
        EventLoop loop = this.loop;
        if (loop == null) {
            loop = EventLoop.current();
            this.loop = loop;
        }
        loop.confine();
        Task<?> here = task.on(loop);
        here.enlist(this, loop);
        awaiting = here;
        return here;
    }

    /** Goes on with the call when the stage is completed. Any thread. */
    private void arrived(StageOutcome outcome) {
        if (AWAITING.compareAndSet(this, outcome, null)) {
            received = outcome;
            schedule();
        }
    }

    private void schedule() {
        EventLoop loop = this.loop;
        if (loop == null) {
            Turns.take(this);
        } else if (loop.isRunningHere()) {
            loop.ready.add(this);
        } else if (!loop.post(this)) {
            turnedAway();
        }
    }

    @Override
    final void turnedAway() {
        future.endFailed(
                new IllegalStateException("the event loop" + (loop == null ? "" : " of " + loop.describeThread())
                        + " was closed while a call that belongs to it was suspended"));
    }

    @Override
    final void proceed() {
        if (awaiting instanceof Task<?> task) {
            received = task;
            awaiting = null;
        }
        if (state == FORWARDING) {
            settle(awaited());
            return;
        }
        if (cancellation != Task.PENDING) {
            noteCancelled();
        }
        try {
            resume();
        } catch (Throwable escaped) { // an error of the JVM: generated code catches all that the body throws
            end(escaped);
        }
    }

    private void noteCancelled() {
        if (cancellation == Task.CANCEL_REQUESTED && StageOutcome.isCancelled(received)) {
            cancellation = Task.CANCEL_DELIVERED;
        }
        if (loop != null) {
            loop.lastCancelled = this;
        }
    }

    @Override
    final boolean isRunningCancelled() {
        return awaiting == null && cancellation != Task.PENDING && !future.hasEnded();
    }

    /** What was awaited; forgets it. */
    protected final Object awaited() {
        Object awaited = received;
        received = null;
        assert awaited != null;
        return awaited;
    }

    /** Ends the call with a value. */
    protected static <V extends @Nullable Object> CompletableFuture<V> complete(
            @Nullable FutureFrame<V> frame, V value) {
        if (frame == null) {
            return CompletableFuture.completedFuture(value);
        }
        frame.future.end(value);
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
            Object outcome = outcomeOf(stage);
            if (isReady(outcome)) {
                frame.settle(outcome);
            } else {
                frame.state = FORWARDING;
                frame.hold(outcome);
                if (frame.cancellation == Task.CANCEL_REQUESTED) {
                    frame.deliver(outcome);
                }
            }
        } catch (Throwable failure) {
            return fail(frame, failure);
        }
        return frame.future;
    }

    private void settle(Object outcome) {
        T value;
        try {
            value = result(outcome);
        } catch (Throwable failure) {
            end(failure);
            return;
        }
        future.end(value);
    }

    /** Ends the call with a failure, which is reported if the future was completed or cancelled before. */
    protected static <V extends @Nullable Object> CompletableFuture<V> fail(
            @Nullable FutureFrame<V> frame, Throwable failure) {
        if (frame == null) {
            return CompletableFuture.failedFuture(failure);
        }
        frame.end(failure);
        return frame.future;
    }

    private void end(Throwable failure) {
        if (!future.endFailed(failure) && !(failure instanceof CancellationException)) {
            report(failure);
        }
    }

    private void report(Throwable failure) {
        String what = "an @Async method has failed whose future was cancelled, or completed, before";
        if (loop == null) {
            FailureHandler.logging().report(what, failure);
        } else {
            loop.report(what, failure);
        }
    }

    /**
     * Asks the call to end early: the await that holds it, or the next one that would, throws. Another request changes
     * nothing, unless the call waits for what it has handed over to, which was told nothing yet. Any thread.
     *
     * <p>What is awaited is read before {@link #cancellation}: if the call has moved on to an await that may wait, in a
     * handler, it has told itself before.
     */
    final void requestCancel() {
        cancelled = true;
        boolean first = CANCELLATION.compareAndSet(this, Task.PENDING, Task.CANCEL_REQUESTED);
        for (; ; ) {
            Object held = awaiting;
            if (held == null) {
                noteIfRunningHere();
                return;
            }
            boolean wanted = first && cancellation == Task.CANCEL_REQUESTED || state == FORWARDING;
            if (!wanted || deliver(held)) {
                return;
            }
        }
    }

    private void noteIfRunningHere() {
        EventLoop here = EventLoop.find();
        if (here != null && here == loop) {
            here.lastCancelled = this;
        }
    }

    /** Ends the wait for {@code held} with a cancellation; false if the call does not wait for that any more. Any thread. */
    private boolean deliver(Object held) {
        if (held instanceof Task<?> task) {
            deliverAt(task);
            return true;
        }
        StageOutcome outcome = (StageOutcome) held;
        if (outcome.requestCancel()) {
            return true; // it is a call's: how that ends is still to be waited for
        }
        if (!AWAITING.compareAndSet(this, outcome, null)) {
            return false;
        }
        received = Completed.cancelled();
        outcome.cancelStage();
        schedule();
        return true;
    }

    /** Tasks, and who waits for them, are their loop's own. */
    private void deliverAt(Task<?> task) {
        EventLoop loop = this.loop;
        assert loop != null;
        if (loop.isRunningHere()) {
            cancelAt(task);
        } else {
            loop.post(new Action(loop, () -> cancelAt(task)));
        }
    }

    /** Where the task is done, the call is on its way: its next await that has to wait is meant. */
    private void cancelAt(Task<?> task) {
        if (awaiting != task) {
            return;
        }
        if (task == Checkpoint.INSTANCE) {
            awaiting = Completed.cancelled();
        } else if (task instanceof PendingTask<?> pending && !pending.isDone()) {
            if (pending.isOnlyAwaitedBy(this)) {
                pending.cancel();
            } else {
                pending.detach(this);
                awaiting = Completed.cancelled();
                schedule();
            }
        }
    }

    /** Begins a scope's block; nothing for null, which try-with-resources skips. */
    protected final void enter(@Nullable TaskScope<?> scope) {
        if (scope == null) {
            return;
        }
        if (loop == null) {
            loop = scope.loop;
        }
        if (scopes == null) {
            scopes = new Scopes(this);
        }
        scopes.enter(scope);
    }

    private static final class Scopes extends OpenScopes {
        private final FutureFrame<?> call;

        Scopes(FutureFrame<?> call) {
            this.call = call;
        }

        @Override
        int cancellation() {
            return call.cancellation;
        }

        @Override
        void setCancellation(int cancellation) {
            call.cancellation = cancellation;
            if (call.cancelled) { // by another thread, perhaps just now
                CANCELLATION.compareAndSet(call, Task.PENDING, Task.CANCEL_REQUESTED);
            }
        }

        @Override
        void deliver() {
            Object held = call.awaiting;
            if (held == null) {
                call.noteIfRunningHere();
            } else {
                call.deliver(held);
            }
        }

        @Override
        boolean isCancelledAsWhole() {
            return call.cancelled;
        }

        @Override
        boolean hasEnded() {
            return call.future.hasEnded();
        }

        @Override
        Task<?> ended() {
            return Task.from(call.future);
        }
    }
}
