package dev.fermata;

import org.jspecify.annotations.Nullable;

/** A task whose body is called from the ready queue, and which then ends as the body's own task does. */
final class Spawned<T extends @Nullable Object> extends Frame<T> {
    private static final int STARTED = 1;

    /** Null once it was called. */
    private @Nullable AsyncCallable<? extends T, ?> body;

    /** Whether it was cancelled because the loop's main task has ended: once is enough. */
    boolean leftBehind;

    /** Its neighbours among the spawned tasks of the loop that are not done. */
    @Nullable Spawned<?> previous;

    @Nullable Spawned<?> following;

    Spawned(EventLoop loop, AsyncCallable<? extends T, ?> body) {
        super(loop);
        this.body = body;
        loop.spawned.add(this);
    }

    @Override
    protected void resume() {
        if (state == STARTED) {
            end(awaited());
            return;
        }
        Task<?> task = start();
        if (task.isDone()) {
            end(task);
            return;
        }
        try {
            suspend(task, STARTED);
        } catch (IllegalStateException misuse) {
            end(new Completed<>(FAILED, misuse));
        }
    }

    @Override
    String description() {
        return body == null ? "a task" : "a task that has not begun";
    }

    @Override
    @Nullable StackTraceElement position() {
        return null;
    }

    private Task<?> start() {
        AsyncCallable<? extends T, ?> body = this.body;
        this.body = null;
        assert body != null;
        if (status == CANCEL_REQUESTED) {
            return Completed.cancelled();
        }
        try {
            Task<?> task = body.call();
            return task != null ? task : nothing();
        } catch (Throwable failure) {
            return new Completed<>(FAILED, failure);
        }
    }

    private static Task<?> nothing() {
        return new Completed<>(FAILED, new NullPointerException("the body of a task returned null instead of a task"));
    }

    private void end(Task<?> task) {
        loop.spawned.remove(this);
        settleAs(task);
    }
}
