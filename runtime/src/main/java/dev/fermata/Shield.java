package dev.fermata;

import org.jspecify.annotations.Nullable;

/** Ends as a task does, or when it is cancelled: then that task goes on. */
final class Shield<T extends @Nullable Object> extends Combinator<T> {
    private @Nullable Task<?> shielded;

    private Shield(EventLoop loop) {
        super(loop, 1);
    }

    static <T extends @Nullable Object> Task<T> of(Task<T> task) {
        checked("shield", new Task<?>[] {task});
        if (task.isDone()) {
            return task;
        }
        Shield<T> shield = new Shield<>(EventLoop.current());
        shield.start(task);
        return shield;
    }

    @Override
    boolean mayCancel(PendingTask<?> child, Continuation waiter) {
        return false;
    }

    @Override
    boolean take(int index, Task<?> child) {
        shielded = child;
        return true;
    }

    @Override
    void finish() {
        if (shielded == null) {
            endCancelled();
        } else {
            settleAs(shielded);
        }
    }
}
