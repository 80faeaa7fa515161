package dev.fermata.testing;

import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.Fermata;
import dev.fermata.Poller;
import dev.fermata.ReadyOrder;
import dev.fermata.Task;
import java.nio.channels.SelectableChannel;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still while there is anything to run, and then jumps to the next deadline: a test that sleeps for an
 * hour takes no time, and runs the same each time. The clock and the poller of one loop.
 *
 * <p>What is offloaded takes no time either. It runs on threads of its own, piece by piece in the order in which it was
 * given, while the loop and its time stand still; a piece that takes a second of real time is taken to wait for the loop,
 * which then goes on. What other threads hand over of their own accord is waited for only when there is no deadline.
 *
 * <p>There are no channels but those of a {@link SimulatedNetwork}. Loop-confined, but for what says otherwise.
 */
public final class VirtualTime implements Clock, Poller {
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    private final Agenda agenda = new Agenda();
    private final OffloadedWork offloaded = new OffloadedWork(this::wakeup);
    private volatile long now;

    /** How far time may go of itself. */
    private long limit;

    private volatile Instant origin = START;
    private @Nullable SimulatedNetwork network;
    private boolean woken;

    /** Time that starts at 0 and jumps to whatever is next. */
    public VirtualTime() {
        this(Long.MAX_VALUE);
    }

    private VirtualTime(long limit) {
        this.limit = limit;
    }

    /** Time that starts at 0 and stays there until it is told to {@link #advance}. */
    public static VirtualTime standing() {
        return new VirtualTime(0);
    }

    /** A loop on this time, in FIFO order. */
    public EventLoop loop(FailureHandler failures) {
        return loop(ReadyOrder.fifo(), failures);
    }

    /** A loop on this time. */
    public EventLoop loop(ReadyOrder order, FailureHandler failures) {
        return new EventLoop(this, this, order, failures);
    }

    /** The time passed. Any thread. */
    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    @Override
    public long nanos() {
        return now;
    }

    /**
     * Lets time pass; what is due meanwhile happens at its own time, in order. Where time jumps of itself, this is a sleep.
     *
     * @return done when the time is over and all is started that was due by then and set before
     */
    public Task<Void> advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: advance(" + duration + ")");
        }
        limit = Math.max(limit, after(duration));
        return Fermata.sleep(duration);
    }

    /**
     * What {@code Thread.sleep} is on other threads, for work that is offloaded: holds it until so much virtual time has
     * passed.
     *
     * @throws IllegalStateException on any thread that does not do such work
     */
    public void pause(Duration duration) {
        offloaded.pauseUntil(after(duration), agenda);
    }

    /** A wall clock that goes by this time, in UTC; it starts at the year 2000. Any thread. */
    public java.time.Clock wallClock() {
        return new WallClock(this, ZoneOffset.UTC);
    }

    /** Sets what the wall clock says now, as an administrator may: no deadline moves. Any thread. */
    public void setWallClock(Instant instant) {
        origin = instant.minusNanos(now);
    }

    Instant instant() {
        return origin.plusNanos(now);
    }

    /** Has something happen when {@code delay} has passed, before the timers that are due then. */
    void schedule(Duration delay, Runnable action) {
        agenda.add(after(delay), action);
    }

    private long after(Duration duration) {
        long nanos = duration.toNanos();
        return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
    }

    void connect(SimulatedNetwork network) {
        if (this.network != null) {
            throw new IllegalStateException("there is a simulated network on this time already");
        }
        this.network = network;
    }

    @Override
    public void poll(long timeoutNanos) {
        boolean happened = agenda.run(now);
        if (network != null && network.dispatch()) {
            happened = true;
        }
        if (offloaded.runNext() || happened || timeoutNanos == 0) {
            return;
        }
        long timers = timeoutNanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + timeoutNanos;
        long next = Math.min(timers, agenda.earliest());
        if (next <= limit && next < Long.MAX_VALUE) {
            jump(next);
        } else {
            waitForOthers();
        }
    }

    private synchronized void jump(long next) {
        if (!woken) {
            now = next;
        }
        woken = false;
    }

    private synchronized void waitForOthers() {
        boolean interrupted = false;
        while (!woken && !interrupted) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        woken = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void wakeup() {
        woken = true;
        notifyAll();
    }

    @Override
    public Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) {
        if (network == null) {
            throw noNetwork();
        }
        return network.register(channel, interest, handler);
    }

    @Override
    public SelectorProvider channels() {
        if (network == null) {
            throw noNetwork();
        }
        return network.provider();
    }

    private static UnsupportedOperationException noNetwork() {
        return new UnsupportedOperationException(
                "virtual time has no channels: make a SimulatedNetwork on it, or run the test on the system's clock");
    }

    @Override
    public Executor offloading(Executor threads) {
        return offloaded.on(threads);
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
    }
}
