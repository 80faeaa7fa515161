package dev.fermata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that is made before its outcome is known, on the loop that it belongs to.
 *
 * <p>Its waiters need no list of their own, as each {@link Continuation} carries a link: one waiter stands in
 * {@link #waiters} itself, several form a ring of which {@code waiters} is the last. So a waiter is appended, and all of
 * them are moved into the ready queue, in constant time and without allocation, in the order in which they came.
 */
abstract class PendingTask<T extends @Nullable Object> extends Task<T> {
    /** Null only in a {@link Frame} before it is first suspended, when nobody else knows of it. */
    EventLoop loop;

    private @Nullable Continuation waiters;

    @SuppressWarnings("NullAway") // see loop
    PendingTask() {}

    PendingTask(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public final boolean cancel() {
        if (isDone()) {
            return false;
        }
        loop.confine();
        Task<?> target = this;
        while (target != null) {
            target = target.takeCancellation();
        }
        return true;
    }

    final void succeed(@Nullable Object value) {
        end(SUCCEEDED, value);
        releaseWaiters();
    }

    final void failWith(Throwable failure) {
        failAs(this, failure);
    }

    private void failAs(Task<?> origin, Throwable failure) {
        // Before the status: another thread that sees the failure must see as well that nobody has observed it.
        end(FAILED, isAwaited() ? failure : loop.unobserved.add(this, origin, failure));
        releaseWaiters();
    }

    final void endCancelled() {
        end(FAILED, CANCELLED);
        releaseWaiters();
    }

    private void releaseWaiters() {
        Continuation last = waiters;
        if (last != null) {
            waiters = null;
            loop.ready.addAll(last);
        }
    }

    /** Whether somebody waits who will get the outcome; another may look away before its turn comes, or not look at it. */
    private boolean isAwaited() {
        Continuation last = waiters;
        Continuation each = last;
        while (each != null && !each.observes()) {
            each = each.next == last ? null : each.next;
        }
        return each != null;
    }

    /** Takes over the outcome of a task that is done. */
    final void settleAs(Task<?> other) {
        if (other.status == FAILED) {
            failAs(other, other.observe());
        } else {
            succeed(other.outcome);
        }
    }

    @Override
    final void enlist(Continuation waiter, EventLoop loop) {
        if (isDone()) {
            loop.ready.add(waiter);
        } else {
            assert this.loop == loop : "a waiter of another loop awaits what on(loop) gives";
            append(waiter);
        }
    }

    @Override
    final Task<T> on(EventLoop loop) {
        return isDone() || this.loop == loop ? this : Foreign.of(this, loop);
    }

    final void append(Continuation waiter) {
        Continuation last = waiters;
        if (last != null) {
            Continuation first = last.next;
            waiter.next = first == null ? last : first;
            last.next = waiter;
        }
        waiters = waiter;
    }

    /** Whether anybody waits for this, if only to watch it. */
    final boolean hasWaiters() {
        return waiters != null;
    }

    /** Whether this has not ended, and nobody waits for it. */
    final boolean isUnawaited() {
        return waiters == null && status <= PENDING;
    }

    /** Whether {@code waiter} is all that waits for this. */
    final boolean isOnlyAwaitedBy(Continuation waiter) {
        return waiters == waiter && waiter.next == null;
    }

    /** The one that waits for this alone, or the last that came. */
    final @Nullable Continuation lastWaiter() {
        return waiters;
    }

    /** The tasks among those that wait for this, in the order in which they came. */
    final List<Task<?>> waitingTasks() {
        List<Task<?>> tasks = new ArrayList<>();
        Continuation last = waiters;
        Continuation each = last == null || last.next == null ? last : last.next;
        while (each != null) {
            if (each instanceof Task<?> task) {
                tasks.add(task);
            }
            each = each == last ? null : each.next;
        }
        return tasks;
    }

    /** Told when the only one that waited for this waits no longer. */
    void letGo() {}

    /** Takes a waiter away, which there is. */
    final void detach(Continuation waiter) {
        Continuation last = waiters;
        if (isOnlyAwaitedBy(waiter)) {
            waiters = null;
            letGo();
            return;
        }
        Continuation before = last;
        assert before != null;
        while (before.next != waiter) {
            before = before.next;
            assert before != null;
        }
        before.next = waiter.next;
        waiter.next = null;
        if (waiter == last) {
            waiters = before;
        }
        if (before.next == before) {
            before.next = null;
        }
    }
}
