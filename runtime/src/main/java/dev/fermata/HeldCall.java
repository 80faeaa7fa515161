package dev.fermata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A call that returns a future, from its first await that has to wait: what holds it, who goes on with it and where, and how
 * it is told that it is cancelled.
 *
 * <p>Only one thread at a time runs the call. {@link #awaiting} passes it on: whoever takes away what stands there, the
 * one that completes it or the one that cancels, goes on with the call, and sees what the one before has saved.
 */
abstract class HeldCall<T extends @Nullable Object> extends Continuation {
    private static final VarHandle AWAITING;
    private static final VarHandle CANCELLATION;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            AWAITING = lookup.findVarHandle(HeldCall.class, "awaiting", Object.class);
            CANCELLATION = lookup.findVarHandle(HeldCall.class, "cancellation", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final ResultFuture<T> future = new ResultFuture<>();

    /** Null as long as the call goes on wherever what it awaits is completed. */
    private @Nullable EventLoop loop = EventLoop.find();

    /** What goes along with the call: that of the code that ran when it was last held. Published by {@link #awaiting}. */
    private @Nullable Context context;

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

    /** Whether the loop knows of this, and tells it when it is closed. Where the call runs. */
    private boolean visiting;

    /** Whether the call has ended with the outcome of a stage that is not done. Published by {@link #awaiting}. */
    private boolean forwarding;

    /** Runs the body from where it was held. */
    abstract void goOn();

    /** Makes this a call of that loop, if it is of none. */
    final void belongTo(EventLoop loop) {
        if (this.loop == null) {
            this.loop = loop;
        }
    }

    /** Whether this belongs to a loop, which runs on this thread. */
    final boolean isOnItsLoop() {
        return loop != null && loop.isRunningHere();
    }

    /** Has the call go on when {@code awaited} is done; at once with a cancellation if there is one. */
    final void holdAndTell(Object awaited) {
        Object held = hold(awaited);
        if (cancellation != Task.PENDING) {
            deliver(held);
        }
    }

    /** Returns what is really awaited. That is the last that this thread does with the call, if it awaits a stage. */
    final Object hold(Object awaited) {
        future.bind(this);
        if (awaited instanceof Task<?> task) {
            return holdAt(task);
        }
        if (isOnItsLoop() && StageOutcome.isReady(awaited)) { // the call gives way
            return holdAt(StageOutcome.doneTask(awaited));
        }
        StageOutcome outcome = (StageOutcome) awaited;
        keepContext();
        awaiting = outcome;
        outcome.tell(this::arrived);
        return outcome;
    }

    private Task<?> holdAt(Task<?> task) {
        EventLoop loop = this.loop;
        if (loop == null) {
            loop = EventLoop.current();
            this.loop = loop;
        }
        loop.confine();
        Task<?> here = task.on(loop);
        here.enlist(this, loop);
        visit(loop);
        keepContext();
        awaiting = here;
        return here;
    }

    private void visit(EventLoop loop) {
        if (!visiting) {
            visiting = true;
            loop.visitors.add(this);
        }
    }

    private void leave() {
        EventLoop loop = this.loop;
        if (visiting && loop != null) {
            visiting = false;
            loop.visitors.remove(this);
        }
    }

    private void keepContext() {
        EventLoop loop = this.loop;
        context = loop == null ? Context.here() : loop.context == null ? null : loop.contextToKeep();
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
            visit(loop);
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
        if (forwarding) {
            settle(take());
            return;
        }
        if (cancellation != Task.PENDING) {
            noteCancelled();
        }
        try {
            goOnInContext();
        } catch (Throwable escaped) { // an error of the JVM: generated code catches all that the body throws
            failWith(escaped);
        }
    }

    private void goOnInContext() {
        Context kept = context;
        context = null;
        EventLoop loop = this.loop;
        if (loop == null) {
            Context before = Context.exchange(kept);
            try {
                goOn();
            } finally {
                Context.exchange(before);
            }
        } else if (kept == null) {
            goOn();
        } else {
            loop.enterContext(kept);
            goOn();
            loop.leaveTasks();
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
    final Object take() {
        Object awaited = received;
        received = null;
        assert awaited != null;
        return awaited;
    }

    /** Ends the call with what {@link StageOutcome#of} gave, now or when it is there. */
    final void forward(Object outcome) {
        if (StageOutcome.isReady(outcome)) {
            settle(outcome);
            return;
        }
        forwarding = true;
        hold(outcome);
        if (cancellation == Task.CANCEL_REQUESTED) {
            deliver(outcome);
        }
    }

    private void settle(Object outcome) {
        T value;
        try {
            value = StageOutcome.result(outcome);
        } catch (Throwable failure) {
            failWith(failure);
            return;
        }
        succeed(value);
    }

    /** Ends the call with a value. What depends on the future does not see what goes along with the call. */
    final void succeed(T value) {
        leave();
        Context here = Context.exchange(null);
        future.end(value);
        Context.exchange(here);
    }

    /** Ends the call with a failure, likewise. */
    final void failWith(Throwable failure) {
        leave();
        Context here = Context.exchange(null);
        boolean told = future.endFailed(failure);
        Context.exchange(here);
        if (!told && !(failure instanceof CancellationException)) {
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

    final int cancellation() {
        return cancellation;
    }

    /** Sets how far a cancellation by a scope has got. Where the call runs. */
    final void setCancellation(int reached) {
        cancellation = reached;
        if (cancelled) { // by another thread, perhaps just now
            CANCELLATION.compareAndSet(this, Task.PENDING, Task.CANCEL_REQUESTED);
        }
    }

    final boolean isCancelledAsWhole() {
        return cancelled;
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
            boolean wanted = first && cancellation == Task.CANCEL_REQUESTED || forwarding;
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

    /** Has the await that holds the call, or the next one, say that it is cancelled. Where the call runs. */
    final void deliverHere() {
        Object held = awaiting;
        if (held == null) {
            noteIfRunningHere();
        } else {
            deliver(held);
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
            loop.post(new Action(loop, () -> {
                if (cancellation == Task.CANCEL_REQUESTED || forwarding) { // else the call has been told meanwhile
                    cancelAt(task);
                }
            }));
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
}
