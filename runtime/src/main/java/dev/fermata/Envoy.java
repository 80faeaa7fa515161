package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Goes from one loop to another through its inbox, waits there for a task, and comes back with the outcome through the
 * inbox of the first. It is in one place at a time, and the inboxes order what the threads do with it.
 */
final class Envoy extends Continuation {
    private enum Stage {
        GOING,
        WAITING,
        RETURNING
    }

    private final Foreign<?> home;
    private final EventLoop away;
    private Stage stage = Stage.GOING;
    private @Nullable PendingTask<?> task;
    private @Nullable AsyncCallable<?, ?> body;
    private int status;
    private @Nullable Object outcome;

    /** One of {@code task} and {@code body}, which is to be started there, is not null. */
    Envoy(Foreign<?> home, EventLoop away, @Nullable PendingTask<?> task, @Nullable AsyncCallable<?, ?> body) {
        this.home = home;
        this.away = away;
        this.task = task;
        this.body = body;
    }

    @Override
    void proceed() {
        switch (stage) {
            case GOING -> arrive();
            case WAITING -> leave();
            case RETURNING -> home.take(status, outcome);
        }
    }

    private void arrive() {
        PendingTask<?> task = this.task;
        if (task == null) {
            assert body != null;
            task = away.start(body);
            this.task = task;
            body = null;
        }
        stage = Stage.WAITING;
        if (task.isDone()) {
            leave();
        } else {
            away.visitors.add(this);
            task.append(this);
        }
    }

    private void leave() {
        away.visitors.remove(this);
        returnWithOutcome();
    }

    private void returnWithOutcome() {
        PendingTask<?> task = this.task;
        assert task != null;
        if (task.isCancelled()) {
            returnWith(Task.FAILED, Task.CANCELLED);
        } else if (task.isFailed()) {
            returnWith(Task.FAILED, task.observe());
        } else {
            returnWith(Task.SUCCEEDED, task.outcome);
        }
    }

    private void returnWith(int status, @Nullable Object outcome) {
        stage = Stage.RETURNING;
        task = null;
        this.status = status;
        this.outcome = outcome;
        if (!home.loop.post(this)) {
            turnedAway();
        }
    }

    /** Has the task that this waits for cancelled, if nobody else awaits it. Called at home. */
    void recall() {
        away.post(new Recall()); // where it is closed, this is on its way home
    }

    /** Has this wait no longer: nobody at home waits for it any more. Called at home. */
    void dismiss() {
        away.post(new Dismissal());
    }

    /** The task at which this is, and which has not ended; null if there is none. */
    private @Nullable PendingTask<?> waitedFor() {
        return stage == Stage.WAITING && task != null && !task.isDone() ? task : null;
    }

    private void lookAway(PendingTask<?> task) {
        task.detach(this);
        away.visitors.remove(this);
    }

    /** The loop that this has come to is closed. On that one's thread. */
    @Override
    void turnedAway() {
        if (stage == Stage.WAITING && task != null && task.isDone()) {
            returnWithOutcome();
        } else if (stage != Stage.RETURNING) {
            returnWith(
                    Task.FAILED,
                    new IllegalStateException("the event loop of " + away.describeThread()
                            + " was closed before a task of it was done that another loop awaits"));
        } else if (outcome instanceof Throwable failure && status == Task.FAILED) {
            reportAway(failure);
        }
    }

    /** On the thread of that loop, as its failure handler expects; here if that one is closed, too. */
    private void reportAway(Throwable failure) {
        Continuation report = new Action(
                away, () -> away.report("a task has failed, and the loop that awaited it is closed", failure));
        if (away.isRunningHere() || !away.post(report)) {
            report.proceed();
        }
    }

    private final class Recall extends Continuation {
        @Override
        void proceed() {
            PendingTask<?> task = waitedFor();
            if (task == null) {
                return;
            }
            if (task.isOnlyAwaitedBy(Envoy.this)) {
                task.cancel();
            } else {
                lookAway(task);
                returnWith(Task.FAILED, Task.CANCELLED);
            }
        }
    }

    private final class Dismissal extends Continuation {
        @Override
        void proceed() {
            PendingTask<?> task = waitedFor();
            if (task != null) {
                lookAway(task);
            }
        }
    }
}
