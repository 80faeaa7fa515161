package dev.fermata;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The tasks of a {@link TaskScope} in the order in which they end, from when this was made on. Loop-confined. */
final class EndedTasks implements AsyncSequence<Task<?>>, AsyncIterator<Task<?>> {
    private final TaskScope<?> scope;
    private final Queue<Task<?>> ended = new ArrayDeque<>();
    private @Nullable Task<?> current;
    private boolean begun;
    private boolean closed;

    /** The advance that waits for the next one to end. */
    private @Nullable Completer<Boolean> advance;

    EndedTasks(TaskScope<?> scope) {
        this.scope = scope;
    }

    @Override
    public AsyncIterator<Task<?>> iterator() {
        if (begun) {
            throw new IllegalStateException(
                    "the tasks of a scope are gone through once: ask the scope for completed() again");
        }
        begun = true;
        return this;
    }

    /** Told by the scope when a task has ended. */
    void add(Task<?> task) {
        if (closed) {
            return;
        }
        ended.add(task);
        Completer<Boolean> waiting = advance;
        if (waiting != null) {
            advance = null;
            waiting.complete(next());
        }
    }

    private boolean next() {
        current = ended.poll();
        return current != null;
    }

    @Override
    public Task<Boolean> advance() {
        scope.loop.confine();
        if (advance != null) {
            throw new IllegalStateException("the task of the advance() before is not done: await it first");
        }
        if (closed || !ended.isEmpty() || !scope.hasTasks()) {
            return Task.done(next());
        }
        current = null;
        Completer<Boolean> waiting = new Completer<>(scope.loop);
        waiting.onCancel(() -> advance = null);
        advance = waiting;
        return waiting;
    }

    @Override
    public Task<?> current() {
        if (current == null) {
            throw new IllegalStateException(
                    "there is no current task: await advance() first, and go on only if it is true");
        }
        return current;
    }

    /** The tasks are the scope's: they go on. */
    @Override
    public Task<Void> closeAsync() {
        scope.loop.confine();
        closed = true;
        ended.clear();
        current = null;
        scope.forget(this);
        Completer<Boolean> waiting = advance;
        if (waiting != null) {
            advance = null;
            waiting.complete(false);
        }
        return Task.done();
    }
}
