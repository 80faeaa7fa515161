package dev.fermata;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends as its child does, if that ends in time. When the time is over, the child is cancelled and waited for. If it gives
 * a value all the same, that is not lost; otherwise this fails with a {@link DeadlineExceededException}, which suppresses
 * what the child failed with. When this is cancelled, before the time is over or while the child ends, it ends cancelled.
 */
final class Timeout<T extends @Nullable Object> extends Combinator<T> {
    private final Task<T> awaited;
    private final Duration duration;
    private final Alarm alarm = new Alarm();
    private Task<Void> timer = Task.done();
    private @Nullable Task<?> ended;
    private boolean expired;

    private Timeout(EventLoop loop, Duration duration, Task<T> awaited) {
        super(loop, 1);
        this.duration = duration;
        this.awaited = awaited;
    }

    /** @param duration at once if not positive */
    static <T extends @Nullable Object> Task<T> of(Duration duration, Task<T> task) {
        checked("timeout", new Task<?>[] {task});
        if (task.isDone()) {
            return task;
        }
        EventLoop loop = EventLoop.current();
        Timeout<T> timeout = new Timeout<>(loop, duration, task.on(loop));
        timeout.start(timeout.awaited);
        if (!timeout.isDone()) { // else a task of another loop has ended just now
            timeout.arm();
        }
        return timeout;
    }

    private void arm() {
        long nanos = Durations.nanos(duration);
        if (nanos <= 0) {
            expire();
        } else {
            timer = loop.sleep(nanos);
            timer.enlist(alarm, loop);
        }
    }

    private void disarm() {
        if (timer instanceof Sleep sleep && !sleep.isDone()) {
            sleep.detach(alarm);
            sleep.cancel();
        }
    }

    private void expire() {
        if (!isDone() && !isCancelRequested() && !awaited.isDone()) {
            expired = true;
            cancelChildren();
            finishIfAlone();
        }
    }

    @Override
    boolean take(int index, Task<?> child) {
        ended = child;
        return true;
    }

    @Override
    void finish() {
        disarm();
        if (ended != null && !ended.isFailed()) {
            succeed(ended.outcome);
        } else if (ended != null && !expired) {
            failWith(ended.observe());
        } else if (isCancelRequested()) {
            endCancelled();
        } else {
            DeadlineExceededException exceeded = new DeadlineExceededException(duration, Deadlock.describe(awaited));
            if (ended != null) {
                suppress(exceeded, ended.observe());
            }
            failWith(exceeded);
        }
    }

    /** What waits for the timer. */
    private final class Alarm extends Continuation {
        @Override
        void proceed() {
            expire();
        }
    }
}
