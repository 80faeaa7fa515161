package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Task;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits, each of which one at a time holds, also across awaits: at most so many requests in flight, so many
 * bytes in memory.
 *
 * <p>First come, first served: nobody passes who waits for more permits than are free, not even with one that is
 * content with what there is. So nobody starves.
 *
 * <p>Loop-confined: it belongs to the loop on which it is first used.
 */
public final class Semaphore {
    private final WaitQueue<Acquiring> queue = new WaitQueue<>("Semaphore");
    private final int permits;
    private int available;

    /**
     * A semaphore with so many permits, all of them free.
     *
     * @throws IllegalArgumentException if there are less than one
     */
    public Semaphore(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("a Semaphore of " + permits + " permits: one is the least");
        }
        this.permits = permits;
        this.available = permits;
    }

    /** Acquires a permit, once one is free and all who came before have had theirs. */
    public Task<Held> acquire() {
        return acquire(1);
    }

    /**
     * Acquires several permits at once, and lets go of them at once.
     *
     * @throws IllegalArgumentException if that is less than one, or more than there are
     */
    public Task<Held> acquire(int count) {
        EventLoop loop = queue.confine();
        check(count);
        if (isFree(count)) {
            return Task.done(hold(count));
        }
        Acquiring waiter = new Acquiring(loop, count);
        queue.add(waiter);
        return waiter;
    }

    /** Acquires a permit if one is free now, and nobody waits; null if not. */
    public @Nullable Held tryAcquire() {
        return tryAcquire(1);
    }

    /**
     * Acquires several permits if they are free now, and nobody waits; null if not.
     *
     * @throws IllegalArgumentException if that is less than one, or more than there are
     */
    public @Nullable Held tryAcquire(int count) {
        queue.confine();
        check(count);
        return isFree(count) ? hold(count) : null;
    }

    /** How many permits are free. */
    public int available() {
        return available;
    }

    private void check(int count) {
        if (count < 1 || count > permits) {
            throw new IllegalArgumentException(
                    "acquire(" + count + ") of a Semaphore that has " + permits + " permits: it would never be done");
        }
    }

    private boolean isFree(int count) {
        return count <= available && queue.isEmpty();
    }

    private Held hold(int count) {
        available -= count;
        return new Holding(this, count);
    }

    private void release(int count) {
        available += count;
        serve();
    }

    /** Those in front that what is free is enough for. */
    private void serve() {
        for (Acquiring first = queue.first(); first != null && first.count <= available; first = queue.first()) {
            queue.remove(first);
            first.accept(hold(first.count));
        }
    }

    private final class Acquiring extends Parked<Held> {
        final int count;

        Acquiring(EventLoop loop, int count) {
            super(loop);
            this.count = count;
        }

        /** It may have been the one that those behind it had to wait for. */
        @Override
        protected boolean withdraw() {
            leave();
            serve();
            return true;
        }
    }

    private static final class Holding extends Held {
        private final Semaphore semaphore;

        /** 0 once it was closed. */
        private int count;

        Holding(Semaphore semaphore, int count) {
            this.semaphore = semaphore;
            this.count = count;
        }

        @Override
        public void close() {
            int released = count;
            if (released > 0) {
                semaphore.queue.confine();
                count = 0;
                semaphore.release(released);
            }
        }
    }
}
