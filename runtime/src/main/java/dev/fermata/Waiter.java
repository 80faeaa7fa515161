package dev.fermata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that ends when whoever made it says so, and that can be given links of one's own: what the primitives of
 * {@code dev.fermata.sync} queue up, and what a primitive of yours may. Where callbacks or other threads complete the task,
 * take a {@link Completer}. Loop-confined.
 *
 * <p>It is either pending, and then nothing was given to it; or done, and what it was given belongs to those who have the
 * task. A done task cannot be cancelled any more, so nothing is lost in between: a method that is cancelled after its
 * await was granted, but before it goes on, gets the value first.
 *
 * @param <T> the type of the value
 */
public abstract class Waiter<T extends @Nullable Object> extends PendingTask<T> {
    /** A task of that loop. */
    protected Waiter(EventLoop loop) {
        super(loop);
    }

    /**
     * Asked for when the task is cancelled: leaves whatever queue this stands in. What it throws goes to the failure handler,
     * and the wait has ended.
     *
     * @return whether the wait has ended by that. If not, who made this ends it later; unless that is as cancelled, the
     *     method that awaits it, which stays cancelled, is told so at its next await
     */
    protected abstract boolean withdraw();

    /**
     * Ends the wait with a value.
     *
     * @throws IllegalStateException if it has ended before, or on another thread than the loop's
     */
    protected final void grant(T value) {
        beforeTheEnd();
        succeed(value);
    }

    /**
     * Ends the wait with a failure.
     *
     * @throws IllegalStateException if it has ended before, or on another thread than the loop's
     */
    protected final void refuse(Throwable failure) {
        Objects.requireNonNull(failure, "refuse(null): it must be a failure");
        beforeTheEnd();
        failWith(failure);
    }

    /** Ends as cancelled a wait that {@link #withdraw} did not end. */
    protected final void endAsCancelled() {
        loop.confine();
        endCancelled();
    }

    private void beforeTheEnd() {
        loop.confine();
        if (isDone()) {
            throw new IllegalStateException("the wait has ended already");
        }
    }

    @Override
    final @Nullable Task<?> takeCancellation() {
        if (status == PENDING) {
            boolean withdrawn = hasWithdrawn();
            if (withdrawn && !isDone()) {
                endCancelled();
            } else if (!isDone()) {
                status = CANCEL_REQUESTED;
            }
        }
        return null;
    }

    /** Who cancels has others to cancel as well, and nothing to do with what goes wrong here. */
    private boolean hasWithdrawn() {
        try {
            return withdraw();
        } catch (Throwable failure) {
            loop.report("a Waiter has failed to withdraw()", failure);
            return true;
        }
    }

    @Override
    final void proceed() {
        throw new AssertionError("a waiter stands in no queue of the loop's");
    }
}
