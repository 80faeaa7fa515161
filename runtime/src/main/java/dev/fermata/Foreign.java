package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Stands on one loop for a task of another, so that it can be awaited there. An {@link Envoy} waits at the task, and brings
 * its outcome here; a request to cancel is sent after him. Nothing of the other task is touched from this loop.
 */
final class Foreign<T extends @Nullable Object> extends PendingTask<T> {
    private final Envoy envoy;

    /** Whether only who awaits this on its own loop knows of it: once nobody does, nobody will. */
    private final boolean forAwaiter;

    private Foreign(EventLoop home, EventLoop away, @Nullable PendingTask<T> task, @Nullable AsyncCallable<T, ?> body) {
        super(home);
        this.envoy = new Envoy(this, away, task, body);
        this.forAwaiter = task != null;
    }

    /**
     * Stands on {@code home} for {@code task}, which belongs to another loop.
     *
     * @throws IllegalStateException if that one is closed, or has stopped on this thread
     */
    static <T extends @Nullable Object> Task<T> of(PendingTask<T> task, EventLoop home) {
        EventLoop away = task.loop;
        if (away.isOwnedHere()) { // two loops take turns on this thread
            throw away.misplaced();
        }
        Foreign<T> foreign = new Foreign<>(home, away, task, null);
        if (!away.post(foreign.envoy)) {
            throw new IllegalStateException("a task was awaited that is not done, and whose event loop, that of "
                    + away.describeThread() + ", is closed: it would never be done");
        }
        return foreign;
    }

    /** The task of {@code home} for work that {@code away} starts; null if that one is closed. */
    static <T extends @Nullable Object> @Nullable Task<T> started(
            AsyncCallable<T, ?> body, EventLoop away, EventLoop home) {
        Foreign<T> foreign = new Foreign<>(home, away, null, body);
        return away.post(foreign.envoy) ? foreign : null;
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        if (status == PENDING) {
            status = CANCEL_REQUESTED;
            envoy.recall();
        }
        return null;
    }

    @Override
    void letGo() {
        if (forAwaiter) {
            envoy.dismiss();
        }
    }

    /** Takes what the envoy brought. */
    void take(int status, @Nullable Object outcome) {
        if (outcome == CANCELLED) {
            endCancelled();
            return;
        }
        if (status == FAILED) {
            assert outcome != null;
            failWith((Throwable) outcome);
        } else {
            succeed(outcome);
        }
    }

    @Override
    void proceed() {
        throw new AssertionError("it is the envoy who is sent");
    }
}
