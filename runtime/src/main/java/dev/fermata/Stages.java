package dev.fermata;

import java.util.concurrent.CompletableFuture;
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
                completer.fail(StageOutcome.unwrap(failure));
            }
        });
        if (!completer.isDone() && stage instanceof CompletableFuture<?> future) {
            completer.onCancel(() -> future.cancel(false));
        }
        return completer;
    }

    /** A future of one's own with the outcome of a stage that cannot be cast to one. */
    static <T extends @Nullable Object> CompletableFuture<T> toFuture(CompletionStage<T> stage) {
        CompletableFuture<T> future = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                future.complete(value);
            } else {
                future.completeExceptionally(StageOutcome.unwrap(failure));
            }
        });
        return future;
    }

    static <T extends @Nullable Object> CompletableFuture<T> toFuture(Task<T> task) {
        ToFuture<T> bridge = new ToFuture<>(task);
        if (task.isDone()) {
            bridge.proceed();
        } else {
            EventLoop loop = task instanceof PendingTask<?> pending ? pending.loop : EventLoop.current();
            loop.confine();
            task.enlist(bridge, loop);
        }
        return bridge.future;
    }

    private static final class ToFuture<T extends @Nullable Object> extends Continuation {
        private final Task<T> task;
        final CompletableFuture<T> future = new CompletableFuture<>();

        ToFuture(Task<T> task) {
            this.task = task;
        }

        @Override
        @SuppressWarnings("unchecked") // the outcome of a Task<T> that did not fail
        void proceed() {
            if (task.isFailed()) {
                future.completeExceptionally(task.observe());
            } else {
                future.complete((T) task.outcome);
            }
        }
    }
}
