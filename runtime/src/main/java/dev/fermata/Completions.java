package dev.fermata;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One way through tasks in the order in which they end. As a task it is done when all of them have ended or were let go,
 * which is what closing it awaits.
 */
final class Completions<T extends @Nullable Object> extends Combinator<Void> implements AsyncIterator<Task<T>> {
    private final Queue<Task<T>> ended = new ArrayDeque<>();
    private int left;
    private boolean closed;
    private @Nullable Task<T> current;

    /** The advance that waits for the next one to end. */
    private @Nullable Completer<Boolean> advance;

    private Completions(EventLoop loop, int children) {
        super(loop, children);
        this.left = children;
    }

    static <T extends @Nullable Object> AsyncSequence<Task<T>> of(Task<? extends T>[] children) {
        Task<? extends T>[] tasks = checked("asCompleted", children).clone();
        return () -> {
            Completions<T> completions = new Completions<>(EventLoop.current(), tasks.length);
            completions.start(tasks);
            return completions;
        };
    }

    @Override
    @SuppressWarnings("unchecked") // a task only gives values of its type, so Task<T> is as good as Task<? extends T>
    boolean take(int index, Task<?> child) {
        if (!closed) {
            ended.add((Task<T>) child);
            if (advance != null) {
                moveOn(advance);
            }
        }
        return false;
    }

    private void moveOn(Completer<Boolean> waiting) {
        advance = null;
        waiting.complete(next());
    }

    private boolean next() {
        current = ended.poll();
        if (current != null) {
            left--;
        }
        return current != null;
    }

    @Override
    void finish() {
        succeed(null);
    }

    @Override
    public Task<Boolean> advance() {
        loop.confine();
        if (advance != null) {
            throw new IllegalStateException("the task of the advance() before is not done: await it first");
        }
        if (!ended.isEmpty() || left == 0 || closed) {
            return Task.done(next());
        }
        current = null;
        Completer<Boolean> waiting = new Completer<>(loop);
        waiting.onCancel(() -> advance = null);
        advance = waiting;
        return waiting;
    }

    @Override
    public Task<T> current() {
        if (current == null) {
            throw new IllegalStateException(
                    "there is no current task: await advance() first, and go on only if it is true");
        }
        return current;
    }

    @Override
    public Task<Void> closeAsync() {
        loop.confine();
        if (!closed) {
            closed = true;
            ended.clear();
            cancelChildren();
            finishIfAlone();
            if (advance != null) {
                moveOn(advance);
            }
        }
        return this;
    }
}
