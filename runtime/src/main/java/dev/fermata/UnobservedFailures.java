package dev.fermata;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The failures of a loop's tasks that nobody has observed yet, in the order in which they happened. Each is reported when
 * its task has become unreachable, at the latest when the loop is closed. Loop-confined.
 */
final class UnobservedFailures {
    private final EventLoop loop;
    private final FailureHandler handler;
    private final ReferenceQueue<Task<?>> unreachable = new ReferenceQueue<>();
    private @Nullable UnobservedFailure first;
    private @Nullable UnobservedFailure last;
    private boolean closed;

    UnobservedFailures(EventLoop loop, FailureHandler handler) {
        this.loop = loop;
        this.handler = handler;
    }

    /**
     * Notes that {@code task} fails, or has; a cancelled one is no news.
     *
     * @param origin whose failure it was at first
     * @return what the task is to hold as its outcome
     */
    Object add(Task<?> task, Task<?> origin, Throwable failure) {
        if (failure instanceof CancellationException) {
            return failure;
        }
        UnobservedFailure added =
                new UnobservedFailure(task, UnobservedFailure.call(origin, task), failure, this, unreachable);
        if (closed) {
            handler.report(added.what(), failure);
            return failure;
        }
        added.previous = last;
        if (last == null) {
            first = added;
        } else {
            last.following = added;
        }
        last = added;
        return added;
    }

    /** Takes it off the list; false on another thread than the loop's, which is told to do it then. Any thread. */
    boolean withdraw(UnobservedFailure observed) {
        if (!loop.isOwnedHere()) {
            loop.post(new Withdrawal(observed));
            return false;
        }
        unlink(observed);
        observed.clear(); // no more work for the garbage collector
        return true;
    }

    /** Reports those of tasks that the garbage collector has found unreachable. */
    void reportUnreachable() {
        for (Reference<?> gone = unreachable.poll(); gone != null; gone = unreachable.poll()) {
            UnobservedFailure lost = (UnobservedFailure) gone;
            if (unlink(lost)) {
                handler.report(lost.what(), lost.failure);
            }
        }
    }

    /** Reports all that are left, oldest first; those to come are reported at once. */
    void close() {
        closed = true;
        for (UnobservedFailure each = first; each != null; each = first) {
            unlink(each);
            handler.report(each.what(), each.failure);
        }
    }

    /** That a failure was observed on another thread, on its way to the loop. */
    private final class Withdrawal extends Continuation {
        private final UnobservedFailure observed;

        Withdrawal(UnobservedFailure observed) {
            this.observed = observed;
        }

        @Override
        void proceed() {
            unlink(observed);
        }

        @Override
        void turnedAway() {
            unlink(observed);
        }
    }

    /** False if it was not on the list any more. */
    private boolean unlink(UnobservedFailure gone) {
        UnobservedFailure before = gone.previous;
        UnobservedFailure after = gone.following;
        if (before == null && first != gone) {
            return false;
        }
        if (before == null) {
            first = after;
        } else {
            before.following = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        gone.previous = null;
        gone.following = null;
        return true;
    }
}
