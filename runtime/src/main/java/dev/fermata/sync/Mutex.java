package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Task;
import org.jspecify.annotations.Nullable;

/**
 * A lock that one at a time holds, also across awaits. Between two awaits nothing else runs on a loop: what does not await
 * needs no lock.
 *
 * <pre>{@code
 * try (var held = await(mutex.lock())) {
 *     ...
 * }
 * }</pre>
 *
 * <p>First come, first served: to unlock hands the lock over to who waits first, so that nobody can come in between. It is
 * not re-entrant, and cannot know who asks: a method that waits for a lock which it holds itself waits for ever.
 *
 * <p>Loop-confined: it belongs to the loop on which it is first used.
 */
public final class Mutex {
    private final WaitQueue<Contender<?>> queue = new WaitQueue<>("Mutex");

    /** Null if it is free. */
    private @Nullable Held holder;

    /** A mutex that is free. */
    public Mutex() {}

    /** Locks it, once it is free and all who came before have had it. */
    public Task<Held> lock() {
        EventLoop loop = queue.confine();
        if (holder == null) {
            return Task.done(hold());
        }
        Locking waiter = new Locking(loop, this);
        queue.add(waiter);
        return waiter;
    }

    /** Locks it if it is free now; null if it is not. */
    public @Nullable Held tryLock() {
        queue.confine();
        return holder == null ? hold() : null;
    }

    /**
     * Unlocks it, whoever holds it: for where lock and unlock are too far from each other to pass the {@link Held}, whose
     * closing then has no effect any more.
     *
     * @throws IllegalStateException if nobody holds it
     */
    public void unlock() {
        queue.confine();
        if (holder == null) {
            throw new IllegalStateException("the Mutex is not locked");
        }
        passOn();
    }

    /** Whether somebody holds it. */
    public boolean isLocked() {
        return holder != null;
    }

    /** A condition that who holds this mutex can wait for. */
    public Condition newCondition() {
        return new Condition(this);
    }

    boolean isHeldBy(Held held) {
        return holder == held;
    }

    /** The next in the queue has it from now on. */
    void passOn() {
        holder = null;
        Contender<?> next = queue.poll();
        if (next != null) {
            next.obtain();
        }
    }

    private Held hold() {
        Held held = new Holding(this);
        holder = held;
        return held;
    }

    /** Has one wait for the lock that had it before, and is to have it again as the same {@code Held}. */
    void restore(Contender<?> waiter) {
        if (holder == null) {
            waiter.obtain();
        } else {
            queue.add(waiter);
        }
    }

    void heldAgainBy(Held held) {
        holder = held;
    }

    EventLoop confine() {
        return queue.confine();
    }

    /** One that waits for the lock. */
    abstract static class Contender<T extends @Nullable Object> extends Parked<T> {
        final Mutex mutex;

        Contender(EventLoop loop, Mutex mutex) {
            super(loop);
            this.mutex = mutex;
        }

        /** Takes the lock, which is free and its own now. */
        abstract void obtain();
    }

    private static final class Locking extends Contender<Held> {
        Locking(EventLoop loop, Mutex mutex) {
            super(loop, mutex);
        }

        @Override
        void obtain() {
            accept(mutex.hold());
        }
    }

    private static final class Holding extends Held {
        /** Null once it was closed. */
        private @Nullable Mutex mutex;

        Holding(Mutex mutex) {
            this.mutex = mutex;
        }

        @Override
        public void close() {
            Mutex mutex = this.mutex;
            if (mutex == null) {
                return;
            }
            mutex.confine();
            if (mutex.isHeldBy(this)) {
                this.mutex = null;
                mutex.passOn();
            }
        }
    }
}
