package dev.fermata;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one suspended call of an {@link Async} method is: its task, its saved locals and its place in the queues, in one
 * object. Extended by generated code only, which makes it at the call's first real suspension. Loop-confined.
 *
 * <p>What a frame waits for says where it stands. Nothing: it is running. A task that is not done: it is among that
 * task's waiters. A task that is done, or a checkpoint: it is in the ready queue.
 */
public abstract class Frame<T extends @Nullable Object> extends PendingTask<T> {
    /** The {@link #state} of a call that has ended with the outcome of a task that is not done. */
    private static final char FORWARDING = Character.MAX_VALUE;

    /** How many awaits in a row need not wait; a power of two. As tokio's budget, but larger, as an await costs less. */
    private static final int READY_AWAITS = 1024;

    /** Added to the {@link #state} of a call that is held in a context: what goes on without one is not to look for it. */
    private static final char IN_CONTEXT = 0x8000;

    /**
     * The state to resume at; written by {@link #suspend}. Generated code uses those from 0, each with a constant of its
     * own: a class file has no room for as many as {@link #IN_CONTEXT}.
     */
    protected char state;

    private @Nullable Task<?> awaiting;

    /**
     * What goes along with this call, if {@link #IN_CONTEXT}: that of the code that ran when it was last held. It finds room because {@link #status}
     * and {@link #state} share a word: the JVM has put fields of subclasses into gaps since JDK 15.
     */
    private @Nullable Context context;

    protected Frame() {}

    /** For a task that begins later, with the context that its maker has now. */
    Frame(EventLoop loop) {
        super(loop);
        keepContext(loop);
    }

    /** Restores what was saved and goes on. Called by the loop, on its thread. */
    protected abstract void resume();

    /** True if the awaited task's outcome can be had now. */
    protected static boolean isReady(@Nullable Task<?> awaited) {
        if (awaited == null) {
            throw new NullPointerException("await(null): what is awaited must be a task");
        }
        return awaited.statusNow() > PENDING;
    }

    /**
     * Whether a loop that has run through so many awaits is to give way to others, though what it awaits is ready: after each
     * 1,024, where there is an event loop. The call is then held at a task that is done, and goes on in its turn.
     */
    protected static boolean givesWay(int awaits) {
        return (awaits & READY_AWAITS - 1) == 0 && EventLoop.find() != null;
    }

    /** As {@link #isReady(Task)}, of what may also come from {@link #outcomeOf}. */
    protected static boolean isReady(@Nullable Object awaited) {
        return StageOutcome.isReady(awaited);
    }

    /** What an await of a stage awaits: a body with such an await has tasks and these in one variable. */
    protected static Object outcomeOf(@Nullable CompletionStage<?> stage) {
        return StageOutcome.of(stage);
    }

    /** As {@link #result(Task)}, of what may also come from {@link #outcomeOf}. */
    protected static <V extends @Nullable Object> V result(Object awaited) {
        return StageOutcome.result(awaited);
    }

    /** The value of a task that is done; throws its failure, the same object, if it failed. */
    @SuppressWarnings({"unchecked", "NullAway"}) // the caller knows the type of the task that it awaited
    protected static <V extends @Nullable Object> V result(Task<?> awaited) {
        if (awaited.status == FAILED) {
            throw Sneaky.raise(awaited.observe());
        }
        return (V) awaited.outcome; // a checkpoint is not done, and has none
    }

    /**
     * Holds this call at {@code state} until {@code awaited} is done, at least until the next batch of ready
     * continuations; returns this, for the caller to return.
     *
     * @throws IllegalStateException on another thread than the loop's, or {@link DeadlockException} if this awaits itself
     */
    protected final Task<T> suspend(Task<?> awaited, int state) {
        this.state = (char) state;
        hold(awaited);
        if (status != PENDING) {
            deliver();
        }
        return this;
    }

    /**
     * As {@link #suspend}, where the await stands in a {@code catch} or {@code finally} block, or closes a resource: once
     * this call has been told that it is cancelled, it may wait there.
     */
    protected final Task<T> suspendInHandler(Task<?> awaited, int state) {
        this.state = (char) state;
        hold(awaited);
        if (status == CANCEL_REQUESTED) {
            deliver();
        }
        return this;
    }

    /** As {@link #suspend(Task, int)}, of what may also come from {@link #outcomeOf}: that becomes a task of the loop. */
    protected final Task<T> suspend(Object awaited, int state) {
        return suspend(task(awaited), state);
    }

    /** As {@link #suspendInHandler(Task, int)}, of what may also come from {@link #outcomeOf}. */
    protected final Task<T> suspendInHandler(Object awaited, int state) {
        return suspendInHandler(task(awaited), state);
    }

    private Task<?> task(Object awaited) {
        if (awaited instanceof Task<?> task) {
            return task;
        }
        return awaited instanceof StageOutcome outcome && !outcome.hasArrived()
                ? outcome.toTask(loop == null ? EventLoop.current() : loop)
                : StageOutcome.doneTask(awaited);
    }

    private void hold(Task<?> awaited) {
        EventLoop loop = this.loop;
        if (loop == null) {
            loop = bind(awaited);
        }
        loop.confine();
        if (awaited.status == PENDING && ((PendingTask<?>) awaited).loop == loop && awaited != this) {
            if (hasWaiters()) {
                Deadlock.check(this, awaited);
            }
            ((PendingTask<?>) awaited).append(this);
            awaiting = awaited;
        } else {
            awaiting = holdUncommon(awaited, loop);
        }
        keepContext(loop);
    }

    private void keepContext(EventLoop loop) {
        if (loop.context != null) {
            context = loop.contextToKeep();
            state |= IN_CONTEXT;
        }
    }

    /** The loop that this belongs to from its first suspension on. */
    private EventLoop bind(Task<?> awaited) {
        EventLoop loop =
                awaited instanceof PendingTask<?> pending && !pending.isDone() ? pending.loop : EventLoop.current();
        if (!loop.isRunningHere()) { // it is a task of another loop
            EventLoop here = EventLoop.find();
            if (here == null) {
                throw loop.misplaced();
            }
            loop = here;
        }
        belongTo(loop);
        return loop;
    }

    @Override
    void letGo() {
        loop.unawaited.add(this);
    }

    /** Makes this a call of that loop, before it is first held. */
    final void belongTo(EventLoop loop) {
        this.loop = loop;
        loop.unawaited.add(this);
    }

    /** Returns what is really awaited. */
    private Task<?> holdUncommon(Task<?> awaited, EventLoop loop) {
        if (awaited == this) {
            throw new DeadlockException("deadlock: " + Deadlock.describe(this)
                    + " awaits itself, or is to end with its own outcome: it would never be done");
        }
        Task<?> here = awaited.on(loop);
        if (hasWaiters()) {
            Deadlock.check(this, here);
        }
        here.enlist(this, loop);
        return here;
    }

    /** Sets what {@link #awaited} gives. */
    final void receive(Task<?> task) {
        awaiting = task;
    }

    /** The task that was awaited; forgets it. */
    protected final Task<?> awaited() {
        Task<?> awaited = awaiting;
        awaiting = null;
        assert awaited != null;
        return awaited;
    }

    /** Ends the call with a value: completes {@code frame}, or makes a completed task where the call never suspended. */
    protected static <V extends @Nullable Object> Task<V> complete(@Nullable Frame<V> frame, V value) {
        if (frame == null) {
            return Task.done(value);
        }
        frame.succeed(value);
        return frame;
    }

    /** Ends the call with the outcome that {@code task} has or will have. */
    @SuppressWarnings("unchecked") // a task only gives values of its type, so Task<V> is as good as Task<? extends V>
    protected static <V extends @Nullable Object> Task<V> completeWith(
            @Nullable Frame<V> frame, @Nullable Task<? extends V> task) {
        if (task == null) {
            return fail(frame, new NullPointerException("the @Async method returned null instead of a task"));
        }
        if (frame == null || frame.loop == null && task.isDone()) { // nobody knows of the frame yet
            return (Task<V>) task;
        }
        frame.forward(task);
        return frame;
    }

    final void forward(Task<?> task) {
        if (task.isDone()) {
            settleAs(task);
            return;
        }
        state = FORWARDING;
        try {
            hold(task);
        } catch (IllegalStateException misuse) {
            failWith(misuse);
            return;
        }
        if (status == CANCEL_REQUESTED) {
            deliver();
        }
    }

    /**
     * Ends the call with a failure.
     *
     * @throws IllegalStateException if the call never suspended and no loop runs on this thread: nobody would ever hear
     *     of the failure, which is the cause
     */
    protected static <V extends @Nullable Object> Task<V> fail(@Nullable Frame<V> frame, Throwable failure) {
        if (frame == null || frame.loop == null) {
            return Completed.ofFailure(failure);
        }
        frame.failWith(failure);
        return frame;
    }

    @Override
    final List<Task<?>> awaits() {
        Task<?> awaited = awaiting;
        return awaited == null ? List.of() : List.of(awaited);
    }

    @Override
    String description() {
        return Suspension.methodName(getClass());
    }

    @Override
    @Nullable StackTraceElement position() {
        return awaiting == null ? null : Suspension.position(getClass(), state & ~IN_CONTEXT);
    }

    @Override
    final void proceed() {
        if (state >= IN_CONTEXT) {
            proceedUncommonly();
            return;
        }
        try {
            if (status == PENDING) {
                resume();
            } else {
                resumeCancelled();
            }
        } catch (Throwable escaped) { // an error of the JVM: generated code catches all that the body throws
            if (isDone()) {
                throw escaped;
            }
            failWith(escaped);
        }
    }

    private void proceedUncommonly() {
        if (state == FORWARDING) {
            settleAs(awaited());
            return;
        }
        state -= IN_CONTEXT;
        loop.enterContext(context);
        context = null;
        proceed();
        loop.leaveTasks();
    }

    private void resumeCancelled() {
        if (awaiting != null && awaiting.isCancelled()) {
            status = CANCEL_DELIVERED;
        }
        loop.lastCancelled = this;
        resume();
    }

    @Override
    boolean isRunningCancelled() {
        return awaiting == null && isCancelRequested();
    }

    /** To be cancelled is a state: another request changes nothing. */
    @Override
    @Nullable Task<?> takeCancellation() {
        if (status != PENDING) {
            return state == FORWARDING ? interrupt() : null; // what the body has handed over to was told nothing yet
        }
        status = CANCEL_REQUESTED;
        return interrupt();
    }

    /** Ends the wait at an await with a cancellation: that of what is awaited, where this alone awaits it. */
    final void deliver() {
        Task<?> target = interrupt();
        while (target != null) {
            target = target.takeCancellation();
        }
    }

    /** What this awaits; null while it runs. */
    final @Nullable Task<?> heldAt() {
        return awaiting;
    }

    @Override
    final @Nullable Iterator<Task<?>> blockers() {
        Task<?> awaited = awaiting;
        boolean held = awaited != null && !awaited.isDone() && awaited != Checkpoint.INSTANCE;
        return held ? List.<Task<?>>of(awaited).iterator() : null;
    }

    /** Has the await at which this is held, for a task that is not done, throw {@code failure}. */
    final void wakeWith(Throwable failure) {
        PendingTask<?> pending = (PendingTask<?>) awaiting;
        assert pending != null;
        pending.detach(this);
        awaiting = new Completed<>(FAILED, failure);
        loop.ready.add(this);
    }

    /** One step of that. Where this runs, or is about to, its next await that has to wait is meant. */
    private @Nullable Task<?> interrupt() {
        Task<?> awaited = awaiting;
        if (awaited == null) {
            loop.lastCancelled = this;
        } else if (awaited == Checkpoint.INSTANCE) {
            awaiting = Completed.cancelled();
        } else if (!awaited.isDone()) {
            PendingTask<?> pending = (PendingTask<?>) awaited;
            if (pending.isOnlyAwaitedBy(this)) {
                return pending;
            }
            pending.detach(this);
            awaiting = Completed.cancelled();
            loop.ready.add(this);
        }
        return null;
    }
}
