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

    static {
        try {
            AWAITING = MethodHandles.lookup().findVarHandle(FutureFrame.class, "awaiting", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The {@link #state} of a call that has ended with the outcome of a stage that is not done. */
    private static final int FORWARDING = -1;

    /** Stands in {@link #awaiting} while the call runs and is to be cancelled at its next await that has to wait. */
    private static final Object CANCELLED = new Object();

    /** The state to resume at; written by {@link #suspend}. Generated code uses those from 0. */
    protected int state;

    private final ResultFuture<T> future = new ResultFuture<>();

    /** Null as long as the call goes on wherever what it awaits is completed. */
    private @Nullable EventLoop loop = EventLoop.find();

    /** A {@link Task} or {@link StageOutcome} while the call is held; null, or {@link #CANCELLED}, while it runs. */
    private volatile @Nullable Object awaiting;

    /** What the call goes on with. */
    private @Nullable Object received;

    /** A request to cancel that came when the awaited task was done, and the call on its way. Loop-confined. */
    private boolean cancelledLate;

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
     * @throws CancellationException if the call was cancelled while it ran
     */
    protected final CompletableFuture<T> suspend(Object awaited, int state) {
        this.state = state;
        future.bind(this);
        if (awaited instanceof Task<?> task) {
            hold(task);
        } else {
            hold((StageOutcome) awaited);
        }
        return future;
    }

    private void hold(Task<?> task) {
        EventLoop loop = this.loop;
        if (loop == null) {
            loop = EventLoop.current();
            this.loop = loop;
        }
        loop.confine();
        if (cancelledLate || !AWAITING.compareAndSet(this, null, task)) {
            cancelledLate = false;
            awaiting = null;
            if (task instanceof PendingTask<?> pending && pending.lastWaiter() == null) {
                pending.cancel();
            }
            throw new CancellationException("the call was cancelled");
        }
        try {
            task.enlist(this, loop);
        } catch (IllegalStateException misuse) {
            awaiting = null;
            throw misuse;
        }
    }

    private void hold(StageOutcome outcome) {
        if (cancelledLate || !AWAITING.compareAndSet(this, null, outcome)) {
            cancelledLate = false;
            awaiting = null;
            outcome.cancelStage();
            throw new CancellationException("the call was cancelled");
        }
        outcome.tell(this::arrived); // the last that this thread does with the call
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
            future.endFailed(new IllegalStateException("the event loop of " + loop.describeThread()
                    + " was closed while a call that belongs to it was suspended"));
        }
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
        try {
            resume();
        } catch (Throwable escaped) { // an error of the JVM: generated code catches all that the body throws
            end(escaped);
        }
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
                frame.hold((StageOutcome) outcome);
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

    /** Asks the call to end early: an await that holds it, or the next one that would, throws. Any thread. */
    final void requestCancel() {
        for (; ; ) {
            Object held = awaiting;
            if (held == CANCELLED || held == null && AWAITING.compareAndSet(this, null, CANCELLED)) {
                return;
            } else if (held instanceof StageOutcome call && call.requestCancel()) {
                return;
            } else if (held instanceof StageOutcome outcome && AWAITING.compareAndSet(this, outcome, null)) {
                received = Completed.cancelled();
                outcome.cancelStage();
                schedule();
                return;
            } else if (held instanceof Task<?> task) {
                requestCancelAt(task);
                return;
            }
        }
    }

    /** Tasks, and who waits for them, are their loop's own. */
    private void requestCancelAt(Task<?> task) {
        EventLoop loop = this.loop;
        assert loop != null;
        if (loop.isRunningHere()) {
            cancelAt(task);
        } else {
            loop.post(new Action(() -> cancelAt(task), (what, failure) -> report(failure)));
        }
    }

    private void cancelAt(Task<?> task) {
        if (awaiting != task) {
            requestCancel();
        } else if (!(task instanceof PendingTask<?> pending) || pending.isDone()) {
            cancelledLate = true;
        } else if (pending.isOnlyAwaitedBy(this)) {
            pending.cancel();
        } else {
            pending.detach(this);
            awaiting = Completed.cancelled();
            schedule();
        }
    }
}
