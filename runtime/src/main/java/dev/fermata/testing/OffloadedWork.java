package dev.fermata.testing;

import dev.fermata.Refusable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work that a loop has given to other threads. While one piece of it runs the loop stands still, and one piece runs at a
 * time, in the order in which they were given: who is first is never up to the scheduler of threads.
 *
 * <p>Work that waits for what only the loop can do would never end so. After {@link #PATIENCE_NANOS} it is left to itself,
 * and the loop goes on beside it.
 */
final class OffloadedWork {
    /** Of the real clock. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final ThreadLocal<Piece> RUNNING = new ThreadLocal<>();

    private final Queue<Piece> ready = new ArrayDeque<>();
    private final Runnable wakeup;

    OffloadedWork(Runnable wakeup) {
        this.wakeup = wakeup;
    }

    /** What notes the work for its turn, in which {@code threads} has it. Any thread. */
    Executor on(Executor threads) {
        return work -> add(new Piece(work, threads));
    }

    private void add(Piece piece) {
        synchronized (ready) {
            ready.add(piece);
        }
        wakeup.run();
    }

    private @Nullable Piece poll() {
        synchronized (ready) {
            return ready.poll();
        }
    }

    /** Lets the first piece run until it ends or pauses; false if there is none. The loop's thread. */
    boolean runNext() {
        Piece next = poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    /** Holds the piece that runs on this thread until {@code agenda} comes to {@code time}. */
    void pauseUntil(long time, Agenda agenda) {
        Piece piece = RUNNING.get();
        if (piece == null) {
            throw new IllegalStateException(
                    "only offloaded work can let virtual time pass: on a loop's thread, await a sleep");
        }
        piece.pauseUntil(time, agenda);
    }

    private final class Piece {
        private final Runnable work;
        private final Executor threads;
        private boolean started;

        /** Whether it is this that runs, and the loop that waits. */
        private boolean active;

        Piece(Runnable work, Executor threads) {
            this.work = work;
            this.threads = threads;
        }

        /** The loop's side: gives way until this is not active any more. */
        synchronized void run() {
            active = true;
            if (started) {
                notifyAll();
            } else {
                started = true;
                startOn(threads);
            }
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            long left = PATIENCE_NANOS;
            try {
                while (active && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                    left = deadline - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the loop is to end, and goes on for that
            }
        }

        private synchronized void startOn(Executor threads) {
            try {
                threads.execute(this::work);
            } catch (RuntimeException | Error refusal) {
                active = false;
                if (!(work instanceof Refusable refused)) {
                    throw refusal;
                }
                refused.refuse(refusal);
            }
        }

        private void work() {
            RUNNING.set(this);
            try {
                work.run();
            } finally {
                RUNNING.remove();
                giveBack();
            }
        }

        private synchronized void giveBack() {
            active = false;
            notifyAll();
        }

        /** The work's side. An interrupt is kept for later: what it would wake runs when the time has come. */
        synchronized void pauseUntil(long time, Agenda agenda) {
            agenda.add(time, () -> add(this));
            giveBack();
            wakeup.run(); // a loop that did not wait for this any more may sleep
            boolean interrupted = false;
            while (!active) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
