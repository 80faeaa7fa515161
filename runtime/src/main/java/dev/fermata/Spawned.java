package dev.fermata;

import org.jspecify.annotations.Nullable;

/** A task whose body is called from the ready queue, and which then ends as the body's own task does. */
final class Spawned<T extends @Nullable Object> extends Frame<T> {
    private static final int STARTED = 1;

    /** Null once it was called. */
    private @Nullable AsyncCallable<? extends T, ?> body;

    /** Its neighbours among those of its owner that are not done. */
    @Nullable Spawned<?> previous;

    @Nullable Spawned<?> following;

    /** Among whom this is. */
    private final SpawnedTasks owner;

    Spawned(EventLoop loop, AsyncCallable<? extends T, ?> body, SpawnedTasks owner) {
        super(loop);
        this.body = body;
        this.owner = owner;
        owner.add(this);
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
            if (owner != loop.spawned) { // the end of its scope waits for this
                Deadlock.check(this, task.on(loop));
            }
            suspend(task, STARTED);
        } catch (IllegalStateException misuse) {
            end(new Completed<>(FAILED, misuse));
        }
    }

    /** One that has not begun does not run, though it awaits nothing. */
    @Override
    boolean isRunningCancelled() {
        return body == null && super.isRunningCancelled();
    }

    /** It has an owner, which knows of it. */
    @Override
    void letGo() {}

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
            return task != null ? task : new Completed<>(FAILED, Completed.nothing());
        } catch (Throwable failure) {
            return new Completed<>(FAILED, failure);
        }
    }

    private void end(Task<?> task) {
        settleAs(task); // whoever awaits this is in the ready queue by the time that its owner may end
        owner.remove(this);
        owner.ended(this);
    }
}
