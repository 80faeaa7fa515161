package dev.fermata.sync;

import dev.fermata.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for one thing, first come first served. All primitives of this package are built on it, each with a few
 * lines of its own that say when the first is served; see the package's description for why.
 *
 * <p>A doubly linked list through the waiters themselves: to queue up allocates nothing but the waiter, and to leave from
 * anywhere takes constant time. Loop-confined.
 *
 * @param <W> the kind of waiter
 */
final class WaitQueue<W extends Parked<?>> {
    private final String owner;
    private @Nullable EventLoop loop;
    private @Nullable Parked<?> first;
    private @Nullable Parked<?> last;
    private int size;

    /** @param owner what users know it as, for messages */
    WaitQueue(String owner) {
        this.owner = owner;
    }

    /**
     * Must come before all else that is done with what owns this. The loop on which that is first used is the one that it
     * belongs to, so that it may be made before any runs.
     *
     * @throws IllegalStateException if no loop runs on this thread, or another one
     */
    EventLoop confine() {
        EventLoop loop = this.loop;
        if (loop == null) {
            loop = EventLoop.current();
            this.loop = loop;
        } else if (!loop.isRunningHere()) {
            throw new IllegalStateException("the " + owner + " belongs to the event loop on which it was first used, "
                    + "which does not run on thread \"" + Thread.currentThread().getName()
                    + "\": give each loop one of its own, or go to that loop with EventLoop.execute(...)");
        }
        return loop;
    }

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return size;
    }

    void add(W waiter) {
        waiter.queue = this;
        waiter.before = last;
        if (last == null) {
            first = waiter;
        } else {
            last.after = waiter;
        }
        last = waiter;
        size++;
    }

    /** The first, which stays; null if there is none. */
    @SuppressWarnings("unchecked") // only a W is ever added
    @Nullable W first() {
        return (W) first;
    }

    /** Takes out the first; null if there is none. */
    @Nullable W poll() {
        W waiter = first();
        if (waiter != null) {
            remove(waiter);
        }
        return waiter;
    }

    /** Takes out one that stands in this queue. */
    void remove(Parked<?> waiter) {
        Parked<?> before = waiter.before;
        Parked<?> after = waiter.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
        }
        waiter.queue = null;
        waiter.before = null;
        waiter.after = null;
        size--;
    }
}
