package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Task;

/**
 * Something that is so or is not (started, connected, paused), and that others can wait for. What asyncio and trio call an
 * event, but that it may be shut again.
 *
 * <p>To open it lets all pass who wait then, in the order in which they came, also where it is shut again before they go
 * on; who has to know that it is open still asks {@link #isOpen} in a loop. Loop-confined: it belongs to the loop on which
 * it is first used.
 */
public final class Gate {
    private final WaitQueue<Parked<Void>> queue = new WaitQueue<>("Gate");
    private boolean open;

    private Gate(boolean open) {
        this.open = open;
    }

    /** A gate that is open. */
    public static Gate opened() {
        return new Gate(true);
    }

    /** A gate that is shut. */
    public static Gate shut() {
        return new Gate(false);
    }

    /** Waits until it is open. */
    public Task<Void> pass() {
        EventLoop loop = queue.confine();
        if (open) {
            return Task.done();
        }
        Parked<Void> waiter = new Parked<>(loop);
        queue.add(waiter);
        return waiter;
    }

    /** Opens it, if it is shut. */
    public void open() {
        queue.confine();
        open = true;
        for (Parked<Void> each = queue.poll(); each != null; each = queue.poll()) {
            each.accept(Nothing.value());
        }
    }

    /** Shuts it, if it is open, for those who come from now on. */
    public void close() {
        queue.confine();
        open = false;
    }

    /** Whether who comes now may pass. */
    public boolean isOpen() {
        return open;
    }
}
