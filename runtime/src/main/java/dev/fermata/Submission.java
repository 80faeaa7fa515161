package dev.fermata;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Work on its way to a loop, from a thread that may have none, and what is told that thread of it. */
final class Submission<T extends @Nullable Object> extends Continuation {
    private final EventLoop loop;
    /** Null once it has begun. */
    private @Nullable AsyncCallable<? extends T, ?> body;

    final CompletableFuture<T> future = new CompletableFuture<>();

    Submission(EventLoop loop, AsyncCallable<? extends T, ?> body) {
        this.loop = loop;
        this.body = body;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it is the future itself that says what comes of it
    void proceed() {
        if (future.isDone()) { // cancelled on the way
            return;
        }
        assert body != null;
        PendingTask<T> task = loop.start(body);
        body = null;
        Delivery delivery = new Delivery(task);
        loop.visitors.add(delivery);
        task.append(delivery);
        future.whenComplete((value, failure) -> {
            if (future.isCancelled()) {
                loop.post(new Cancellation(task));
            }
        });
    }

    @Override
    void turnedAway() {
        future.completeExceptionally(new RejectedExecutionException(
                "the event loop of " + loop.describeThread() + " was closed before it began with this"));
    }

    /** Waits for the task. */
    private final class Delivery extends Continuation {
        private final PendingTask<T> task;

        Delivery(PendingTask<T> task) {
            this.task = task;
        }

        @Override
        void proceed() {
            loop.visitors.remove(this);
            deliver();
        }

        @Override
        void turnedAway() {
            if (task.isDone()) {
                deliver();
            } else {
                future.completeExceptionally(new IllegalStateException(
                        "the event loop of " + loop.describeThread() + " was closed before this was done"));
            }
        }

        @SuppressWarnings("unchecked") // the outcome of a Task<T> that did not fail
        private void deliver() {
            loop.leaveTasks(); // what depends on the future belongs to no task
            if (!task.isFailed()) {
                future.complete((T) task.outcome);
                return;
            }
            Throwable failure = task.observe();
            if (task.isCancelled()) {
                future.cancel(false);
            } else if (!future.completeExceptionally(failure)) { // cancelled; what failed meanwhile is to be heard of
                loop.report("a task has failed whose future was cancelled", failure);
            }
        }
    }

    /** The request to cancel the task, on its way to the loop. */
    private static final class Cancellation extends Continuation {
        private final PendingTask<?> task;

        Cancellation(PendingTask<?> task) {
            this.task = task;
        }

        @Override
        void proceed() {
            task.cancel();
        }
    }
}
