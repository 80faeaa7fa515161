package dev.fermata;

import org.jspecify.annotations.Nullable;

/** The outcome of a stage for a loop: it comes through the inbox, unless the stage completes on the loop's thread. */
final class StageTask extends PendingTask<@Nullable Object> implements StageOutcome.Waiter {
    private final StageOutcome stage;

    StageTask(EventLoop loop, StageOutcome stage) {
        super(loop);
        this.stage = stage;
    }

    /** Any thread. */
    @Override
    public void arrived(StageOutcome outcome) {
        if (loop.isRunningHere()) {
            proceed();
        } else {
            loop.post(this);
        }
    }

    @Override
    void proceed() {
        if (isDone()) {
            return; // was cancelled meanwhile
        }
        Throwable failure = stage.failure();
        if (failure == null) {
            succeed(stage.value());
        } else {
            failWith(failure);
        }
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        if (stage.hasArrived()) {
            status = CANCEL_REQUESTED; // too late: the outcome is in the inbox
        } else if (!stage.requestCancel()) {
            endCancelled();
            stage.cancelStage();
        }
        return null;
    }
}
