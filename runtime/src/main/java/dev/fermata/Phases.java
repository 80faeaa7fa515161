package dev.fermata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What a loop does over and over, as {@link EventLoop} describes it: inbox, timers, ready, poll. Loop-confined. */
final class Phases {
    /** What {@link #pulse} is while the loop waits for something to do, or does not run. */
    static final long WAITS = -1;

    private static final VarHandle PULSE;

    static {
        try {
            PULSE = MethodHandles.lookup().findVarHandle(Phases.class, "pulse", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final EventLoop loop;
    private final Inbox inbox;
    private final Clock clock;
    private final Timers timers;
    private final ReadyOrder order;
    private final ReadyQueue ready;
    private final Poller poller;
    private final UnobservedFailures unobserved;
    private final Pace pace;

    // For EventLoop's methods of the same names.
    long iterations;
    long resumptions;
    long polls;
    long waits;

    /** By which another thread sees that the loop goes round. */
    @SuppressWarnings("UnusedVariable") // through PULSE
    private long pulse = WAITS;

    Phases(
            EventLoop loop,
            Inbox inbox,
            Clock clock,
            Timers timers,
            ReadyOrder order,
            ReadyQueue ready,
            Poller poller,
            UnobservedFailures unobserved) {
        this.loop = loop;
        this.inbox = inbox;
        this.clock = clock;
        this.timers = timers;
        this.order = order;
        this.ready = ready;
        this.poller = poller;
        this.unobserved = unobserved;
        this.pace = new Pace(clock);
    }

    /** True if the thread was interrupted meanwhile. */
    boolean runUntilDone(Task<?> task) {
        boolean interrupted = false;
        for (; ; ) {
            iterations++;
            beat(resumptions);
            receive();
            long now = clock.nanos();
            timers.fire(now);
            pace.startSlice(now);
            do {
                runBatch(task);
                if (task.isDone()) {
                    beat(WAITS);
                    return interrupted;
                }
            } while (!ready.isEmpty() && !pace.isSliceOver());
            loop.leaveTasks();
            poll(task);
            if (Thread.interrupted()) { // left set, it would keep the poller from waiting
                interrupted = true;
                task.cancel();
            }
        }
    }

    /** Changes with each batch of resumptions. Any thread. */
    long pulse() {
        return (long) PULSE.getOpaque(this);
    }

    void beat(long value) {
        PULSE.setOpaque(this, value);
    }

    private void receive() {
        Continuation each = inbox.takeAll();
        while (each != null) {
            Continuation received = each;
            each = received.next;
            received.next = null;
            received.proceed();
        }
    }

    /** Runs what is ready, up to where the batch ends or {@code task} is done. */
    private void runBatch(Task<?> task) {
        int size = order.beginBatch(ready, pace.stride());
        int left = size;
        Continuation next;
        while (left > 0 && (next = ready.poll()) != null) {
            left--;
            next.proceed();
            if (task.isDone()) {
                break;
            }
        }
        resumptions += size - left;
        beat(resumptions);
        pace.ran(size - left);
    }

    private void poll(Task<?> task) {
        if (ready.isEmpty()) {
            Deadlock.resolve(task);
            loop.suspects.resolve();
        }
        long timeout = 0;
        if (ready.isEmpty() && inbox.fallAsleep()) {
            timeout = timers.isEmpty() ? Long.MAX_VALUE : Math.max(0, timers.earliest() - clock.nanos());
            waits++;
        }
        polls++;
        beat(WAITS);
        try {
            poller.poll(timeout);
        } catch (IOException e) {
            throw new UncheckedIOException("the event loop's poller failed", e);
        }
        loop.unawaited.tidy();
        unobserved.reportUnreachable();
    }
}
