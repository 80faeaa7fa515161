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
        ToFuture<T> bridge = new ToFuture<>(task);
        if (task.isDone()) {
            bridge.proceed();
        } else {
            EventLoop loop = task instanceof PendingTask<?> pending ? pending.loop : EventLoop.current();
            loop.confine();
            bridge.loop = loop;
            task.enlist(bridge, loop);
        }
        return bridge.future;
    }

    private static final class ToFuture<T extends @Nullable Object> extends Continuation {
        private final Task<T> task;

        /** Null if the task was done when it was asked for its future. */
        @Nullable EventLoop loop;

        final CompletableFuture<T> future = new CompletableFuture<>();

        ToFuture(Task<T> task) {
            this.task = task;
        }

        @Override
        @SuppressWarnings("unchecked") // the outcome of a Task<T> that did not fail
        void proceed() {
            if (loop != null) {
                loop.leaveTasks(); // what depends on the future belongs to no task
            }
            if (task.isFailed()) {
                future.completeExceptionally(task.observe());
            } else {
                future.complete((T) task.outcome);
            }
        }
    }
}
