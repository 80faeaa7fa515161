package dev.fermata.testing;

import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.Poller;
import dev.fermata.ReadyOrder;
import java.nio.channels.SelectableChannel;
import java.time.Duration;

/**
 * Time that stands still while there is anything to run, and then jumps to the next deadline: a test that sleeps for an
 * hour takes no time, and runs the same each time. The clock and the poller of one loop; there are no channels.
 *
 * <p>What is handed over from other threads is waited for only when there is no deadline.
 */
public final class VirtualTime implements Clock, Poller {
    private long now;
    private boolean woken;

    /** Time that starts at 0. */
    public VirtualTime() {}

    /** A loop on this time, in FIFO order. */
    public EventLoop loop(FailureHandler failures) {
        return new EventLoop(this, this, ReadyOrder.fifo(), failures);
    }

    /** The time passed. */
    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public synchronized void poll(long timeoutNanos) {
        boolean interrupted = false;
        while (timeoutNanos == Long.MAX_VALUE && !woken && !interrupted) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (timeoutNanos != Long.MAX_VALUE && !woken) {
            now += timeoutNanos;
        }
        woken = false;
    }

    @Override
    public synchronized void wakeup() {
        woken = true;
        notifyAll();
    }

    @Override
    public Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) {
        throw new UnsupportedOperationException("virtual time has no channels");
    }

    @Override
    public void close() {}
}
