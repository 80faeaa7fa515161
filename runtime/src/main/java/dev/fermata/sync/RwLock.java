package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Task;
import org.jspecify.annotations.Nullable;

/**
 * A lock that many readers at a time hold, or one writer, also across awaits.
 *
 * <p>First come, first served: a reader that comes when a writer waits has to wait behind it, and so has a writer behind
 * readers. Readers that stand next to each other in the queue are served together. So neither kind starves. It is not
 * re-entrant, and a reader cannot become a writer: it lets go first.
 *
 * <p>Loop-confined: it belongs to the loop on which it is first used.
 */
public final class RwLock {
    /** In place of a number of readers. */
    private static final int WRITER = -1;

    private final WaitQueue<Locking> queue = new WaitQueue<>("RwLock");

    /** How many readers hold it, or {@link #WRITER}. */
    private int holders;

    /** A lock that is free. */
    public RwLock() {}

    /** Locks it together with other readers, once all who came before have been served and no writer holds it. */
    public Task<Held> read() {
        return lock(false);
    }

    /** Locks it alone, once all who came before have had it. */
    public Task<Held> write() {
        return lock(true);
    }

    /** As {@link #read} if that need not wait; null if it would. */
    public @Nullable Held tryRead() {
        queue.confine();
        return isFree(false) ? hold(false) : null;
    }

    /** As {@link #write} if that need not wait; null if it would. */
    public @Nullable Held tryWrite() {
        queue.confine();
        return isFree(true) ? hold(true) : null;
    }

    private Task<Held> lock(boolean writes) {
        EventLoop loop = queue.confine();
        if (isFree(writes)) {
            return Task.done(hold(writes));
        }
        Locking waiter = new Locking(loop, writes);
        queue.add(waiter);
        return waiter;
    }

    private boolean isFree(boolean writes) {
        return queue.isEmpty() && admits(writes);
    }

    private boolean admits(boolean writes) {
        return writes ? holders == 0 : holders != WRITER;
    }

    private Held hold(boolean writes) {
        holders = writes ? WRITER : holders + 1;
        return new Holding(this);
    }

    private void release() {
        holders = holders == WRITER ? 0 : holders - 1;
        serve();
    }

    /** A writer in front, or all readers in front. */
    private void serve() {
        for (Locking first = queue.first(); first != null && admits(first.writes); first = queue.first()) {
            queue.remove(first);
            first.accept(hold(first.writes));
        }
    }

    private final class Locking extends Parked<Held> {
        final boolean writes;

        Locking(EventLoop loop, boolean writes) {
            super(loop);
            this.writes = writes;
        }

        /** It may have been the writer that readers behind it had to wait for. */
        @Override
        protected boolean withdraw() {
            leave();
            serve();
            return true;
        }
    }

    private static final class Holding extends Held {
        /** Null once it was closed. */
        private @Nullable RwLock lock;

        Holding(RwLock lock) {
            this.lock = lock;
        }

        @Override
        public void close() {
            RwLock lock = this.lock;
            if (lock != null) {
                lock.queue.confine();
                this.lock = null;
                lock.release();
            }
        }
    }
}
