package dev.fermata;

import java.time.Duration;

/**
 * Looks at a loop from a thread of its own, twice in each such time as it may be held up at most. The loop pays one store for
 * each batch of resumptions, whether it is watched or not.
 */
final class Watchdog implements Runnable {
    private final Thread watched;
    private final Phases phases;
    private final long longestNanos;
    private final StallHandler handler;

    /** What the loop's pulse was when it had last changed, and when that was seen. */
    private long pulse;

    private long since;
    private boolean reported;
    private volatile boolean stopped;

    Watchdog(Thread watched, Phases phases, long longestNanos, StallHandler handler, long now) {
        this.watched = watched;
        this.phases = phases;
        this.longestNanos = longestNanos;
        this.handler = handler;
        this.pulse = phases.pulse();
        this.since = now;
    }

    void start() {
        Thread thread = new Thread(this, "fermata-watchdog-" + watched.getName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Any thread. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public synchronized void run() {
        long millis = Math.max(1, longestNanos / 2_000_000);
        while (!stopped) {
            look(System.nanoTime());
            try {
                wait(millis);
            } catch (InterruptedException e) {
                return; // nobody does that but to end the thread
            }
        }
    }

    /** Reports the loop if its pulse has been the same for so long, and has not been reported since. */
    void look(long now) {
        long seen = phases.pulse();
        if (seen != pulse || seen == Phases.WAITS) {
            pulse = seen;
            since = now;
            reported = false;
        } else if (!reported && now - since >= longestNanos) {
            StackTraceElement[] stack = watched.getStackTrace();
            if (phases.pulse() == seen && stack.length > 0) { // else it goes on
                reported = true;
                handler.stalled(culprit(stack), Duration.ofNanos(now - since), stack);
            }
        }
    }

    /** The method that the frame which was resumed runs: it is called by {@code resume()}, that by the frame. */
    private static StackTraceElement culprit(StackTraceElement[] stack) {
        for (int i = stack.length - 1; i >= 2; i--) {
            String type = stack[i].getClassName();
            boolean call = type.equals(Frame.class.getName()) || type.equals(FutureFrame.class.getName());
            if (call && stack[i - 1].getMethodName().equals("resume")) {
                return stack[i - 2];
            }
        }
        return stack[0];
    }
}
