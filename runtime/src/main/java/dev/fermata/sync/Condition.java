package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Task;

/**
 * A condition on what a {@link Mutex} protects, to be waited for while that is given away:
 *
 * <pre>{@code
 * try (var held = await(mutex.lock())) {
 *     while (queue.isEmpty()) {
 *         await(notEmpty.awaitSignal(held));
 *     }
 *     ...
 * }
 * }</pre>
 *
 * <p>First come, first served: {@link #signal} wakes who has waited longest, and who was woken queues up for the mutex behind
 * those that wait for it already. So the condition may have changed again, and is looked at in a loop.
 *
 * <p>As a method goes on only with the mutex locked, a cancelled wait ends once it has it again. One that is cancelled after
 * it was signalled ends as if it had not been, so that the signal is not lost: the method is cancelled at its next await.
 *
 * <p>Where nothing but the loop's own methods changes what is waited for, a {@link Gate} or a {@link Channel} is simpler.
 * Loop-confined, like its mutex.
 */
public final class Condition {
    private final Mutex mutex;
    private final WaitQueue<Waiting> waiting = new WaitQueue<>("Condition");

    Condition(Mutex mutex) {
        this.mutex = mutex;
    }

    /**
     * Unlocks the mutex, waits for a signal, and locks it again.
     *
     * @param held what locking the mutex gave; it holds it again when the task is done
     * @throws IllegalStateException if that does not hold the mutex now
     */
    public Task<Void> awaitSignal(Held held) {
        EventLoop loop = mutex.confine();
        if (!mutex.isHeldBy(held)) {
            throw new IllegalStateException("awaitSignal(held): that does not hold the condition's Mutex");
        }
        Waiting waiter = new Waiting(loop, mutex, held);
        waiting.add(waiter);
        mutex.passOn();
        return waiter;
    }

    /**
     * Wakes who has waited longest, if anybody waits.
     *
     * @throws IllegalStateException if nobody holds the mutex
     */
    public void signal() {
        requireLocked();
        Waiting first = waiting.poll();
        if (first != null) {
            mutex.restore(first);
        }
    }

    /**
     * Wakes all who wait.
     *
     * @throws IllegalStateException if nobody holds the mutex
     */
    public void signalAll() {
        requireLocked();
        for (Waiting each = waiting.poll(); each != null; each = waiting.poll()) {
            mutex.restore(each);
        }
    }

    private void requireLocked() {
        mutex.confine();
        if (!mutex.isLocked()) {
            throw new IllegalStateException(
                    "signal(): the condition's Mutex is not locked, which who changes the condition has to do");
        }
    }

    private final class Waiting extends Mutex.Contender<Void> {
        private final Held held;
        private boolean cancelled;

        Waiting(EventLoop loop, Mutex mutex, Held held) {
            super(loop, mutex);
            this.held = held;
        }

        @Override
        void obtain() {
            mutex.heldAgainBy(held);
            if (cancelled) {
                endAsCancelled();
            } else {
                accept(Nothing.value());
            }
        }

        /** It ends when it has the mutex again; as cancelled, unless it was signalled before. */
        @Override
        protected boolean withdraw() {
            if (isAmong(waiting)) {
                leave();
                cancelled = true;
                mutex.restore(this);
            }
            return false;
        }
    }
}
