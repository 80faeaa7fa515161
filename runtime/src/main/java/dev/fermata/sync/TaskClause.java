package dev.fermata.sync;

import dev.fermata.Task;
import dev.fermata.Watcher;
import org.jspecify.annotations.Nullable;

/** {@link Select#onDone}. */
final class TaskClause<T extends @Nullable Object> extends Clause<T> {
    private final Task<? extends T> task;

    TaskClause(Task<? extends T> task) {
        this.task = task;
    }

    @Override
    boolean attempt(Choice<? super T> choice) {
        if (!task.isDone()) {
            return false;
        }
        settle(choice, task);
        return true;
    }

    @Override
    Withdrawable park(Choice<? super T> choice) {
        return new Watching(choice);
    }

    private static <T extends @Nullable Object> void settle(Choice<? super T> choice, Task<? extends T> ended) {
        choice.commit();
        if (ended.isFailed()) {
            choice.fail(ended.failure());
        } else {
            choice.accept(ended.result());
        }
    }

    private final class Watching extends Watcher<T> implements Withdrawable {
        private final Choice<? super T> choice;

        Watching(Choice<? super T> choice) {
            this.choice = choice;
            watch(task);
        }

        @Override
        protected void ended(Task<? extends T> ended) {
            settle(choice, ended);
        }

        @Override
        public void leave() {
            unwatch();
        }
    }
}
