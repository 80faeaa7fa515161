package dev.fermata;

import java.util.concurrent.CompletableFuture;

/** A loop of a group and its thread. It runs until it is told to stop: then until nothing is left, or the time is over. */
final class GroupedLoop {
    final EventLoop loop;

    /** Done when the thread has closed the loop: how many tasks had to be cancelled. */
    final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /** The main task of the loop. */
    private final Stopped stopped;

    private final Thread thread;
    private int cancelled;

    GroupedLoop(EventLoop loop, String name) {
        this.loop = loop;
        this.stopped = new Stopped(loop);
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.start();
    }

    /** Ends the loop of a group that cannot be made, whether it was started or not. */
    void giveUp() {
        if (thread.getState() == Thread.State.NEW) {
            loop.close();
        } else {
            stop(0);
        }
    }

    private void run() {
        try (EventLoop closed = loop) {
            closed.run(() -> stopped);
        } catch (Throwable failure) {
            ended.completeExceptionally(failure);
            return;
        }
        ended.complete(cancelled);
    }

    /** Any thread. */
    void stop(long graceNanos) {
        loop.post(new Stop(graceNanos)); // refused: the thread has ended
    }

    /** Ends the main task; what is left is cancelled then. */
    private void end() {
        if (!stopped.isDone()) {
            cancelled = loop.spawned.size() - 1; // but for the main task
            stopped.now();
        }
    }

    /** That the loop is to end. An interrupt, which would cancel it, may come from any task that runs there: it says no such thing. */
    private static final class Stopped extends Waiter<Boolean> {
        Stopped(EventLoop loop) {
            super(loop);
        }

        void now() {
            grant(true);
        }

        @Override
        protected boolean withdraw() {
            return false;
        }
    }

    private final class Stop extends Continuation {
        private final long graceNanos;
        private boolean waited;

        Stop(long graceNanos) {
            this.graceNanos = graceNanos;
        }

        @Override
        void proceed() {
            if (waited || graceNanos == 0 || loop.spawned.isOnlyOne()) {
                end();
                return;
            }
            waited = true;
            loop.spawned.whenOneIsLeft = GroupedLoop.this::end;
            if (graceNanos < Long.MAX_VALUE) {
                loop.sleep(graceNanos).enlist(this, loop);
            }
        }
    }
}
