package dev.fermata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that a callback completes: what joins other libraries, and the operating system, to tasks. The first of
 * {@link #complete}, {@link #fail} and {@link #cancel} decides, the others are ignored.
 *
 * <p>Made on a loop's thread, or for a loop. {@code complete} and {@code fail} may be called on any thread; all else is
 * loop-confined.
 */
public final class Completer<T extends @Nullable Object> extends PendingTask<T> {
    private static final VarHandle DECIDED;

    static {
        try {
            DECIDED = MethodHandles.lookup().findVarHandle(Completer.class, "decided", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Whether somebody has the outcome; set once, by the thread that may then give it. */
    @SuppressWarnings("UnusedVariable") // through DECIDED
    private volatile boolean decided;

    private @Nullable Runnable onCancel;

    /** A completer on this thread's loop. */
    public Completer() {
        this(EventLoop.current());
    }

    /** A completer on the given loop. */
    public Completer(EventLoop loop) {
        super(loop);
    }

    /** This as what others are to see of it. */
    public Task<T> task() {
        return this;
    }

    /** Gives the task its value; false if it has an outcome already, or its loop is closed. Any thread. */
    public boolean complete(T value) {
        return decide(SUCCEEDED, value);
    }

    /** Fails the task; false if it has an outcome already, or its loop is closed. Any thread. */
    public boolean fail(Throwable failure) {
        Objects.requireNonNull(failure, "fail(null): the failure must be given");
        return decide(FAILED, failure);
    }

    /**
     * Has {@code action} run, on the loop's thread, if the task is cancelled; the task has ended by then, and who awaits
     * it is resumed later. If it was cancelled before, at once. One action, for an earlier one is replaced; what it throws goes to the failure
     * handler.
     */
    public void onCancel(Runnable action) {
        Context context = loop.contextToKeep();
        Runnable kept = context == null ? action : new Kept(loop, context, action);
        if (isCancelled()) {
            runCancelling(kept);
        } else if (!isDone()) {
            onCancel = kept;
        }
    }

    @Override
    String description() {
        Runnable action = onCancel instanceof Kept kept ? kept.action : onCancel;
        return action instanceof Described ? action.toString() : "a Completer";
    }

    private boolean decide(int status, @Nullable Object outcome) {
        if (!DECIDED.compareAndSet(this, false, true)) {
            return false;
        }
        onCancel = null;
        if (loop.isRunningHere()) {
            settle(status, outcome);
            return true;
        }
        // The outcome travels to the loop in this object. The status stays as it is, so that nobody takes the task for
        // done before it has arrived; a failure is told from a value by its wrapping.
        this.outcome = status == FAILED ? new Failing(failureIn(outcome)) : outcome;
        return loop.post(this);
    }

    /** Takes, from the inbox, the outcome that another thread gave. */
    @Override
    void proceed() {
        if (outcome instanceof Failing failing) {
            failWith(failing.failure);
        } else {
            succeed(outcome);
        }
    }

    private static Throwable failureIn(@Nullable Object outcome) {
        assert outcome != null;
        return (Throwable) outcome;
    }

    private void settle(int status, @Nullable Object outcome) {
        if (status == FAILED) {
            failWith(failureIn(outcome));
        } else {
            succeed(outcome);
        }
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        if (!DECIDED.compareAndSet(this, false, true)) {
            return null; // too late: the outcome is in the inbox
        }
        Runnable action = onCancel;
        onCancel = null;
        endCancelled();
        if (action != null) {
            runCancelling(action);
        }
        return null;
    }

    /** Who cancels has others to cancel as well, and nothing to do with what goes wrong here. */
    private void runCancelling(Runnable action) {
        try {
            if (action instanceof Kept) {
                action.run();
            } else {
                loop.runIn(null, action); // it does not see the task locals of who cancels
            }
        } catch (Throwable failure) {
            loop.report("an action that Completer.onCancel(...) was given has failed", failure);
        }
    }

    /** An action of code that has a context. */
    private record Kept(EventLoop loop, Context context, Runnable action) implements Runnable {
        @Override
        public void run() {
            loop.runIn(context, action);
        }
    }

    /** An outcome on its way through the inbox that is a failure. */
    private static final class Failing {
        final Throwable failure;

        Failing(Throwable failure) {
            this.failure = failure;
        }
    }
}
