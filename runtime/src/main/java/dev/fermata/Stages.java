package dev.fermata;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Between tasks and the JDK's completion stages. */
final class Stages {
    private Stages() {}

    static <T extends @Nullable Object> Task<T> toTask(CompletionStage<? extends T> stage) {
        Completer<T> completer = new Completer<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                completer.complete(value);
            } else {
                completer.fail(unwrap(failure));
            }
        });
        if (!completer.isDone() && stage instanceof CompletableFuture<?> future) {
            completer.onCancel(() -> future.cancel(false));
        }
        return completer;
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }

    static <T extends @Nullable Object> CompletableFuture<T> toFuture(Task<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        if (task.isDone()) {
            deliver(task, future);
        } else {
            EventLoop loop = task instanceof PendingTask<?> pending ? pending.loop : EventLoop.current();
            loop.confine();
            ToFuture<T> bridge = new ToFuture<>(task, loop, future);
            loop.visitors.add(bridge); // other threads may wait for it
            task.enlist(bridge, loop);
        }
        return future;
    }

    @SuppressWarnings("unchecked") // the outcome of a Task<T> that did not fail
    private static <T extends @Nullable Object> void deliver(Task<T> task, CompletableFuture<T> future) {
        if (task.isFailed()) {
            future.completeExceptionally(task.observe());
        } else {
            future.complete((T) task.outcome);
        }
    }

    private static final class ToFuture<T extends @Nullable Object> extends Continuation {
        private final Task<T> task;
        private final EventLoop loop;
        private final CompletableFuture<T> future;

        ToFuture(Task<T> task, EventLoop loop, CompletableFuture<T> future) {
            this.task = task;
            this.loop = loop;
            this.future = future;
        }

        @Override
        void proceed() {
            loop.visitors.remove(this);
            loop.leaveTasks(); // what depends on the future belongs to no task
            deliver(task, future);
        }

        @Override
        void turnedAway() {
            if (task.isDone()) {
                deliver(task, future);
            } else {
                future.completeExceptionally(new IllegalStateException(
                        "the event loop of " + loop.describeThread() + " was closed before this was done"));
            }
        }
    }
}
