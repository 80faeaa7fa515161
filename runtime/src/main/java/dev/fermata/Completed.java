package dev.fermata;

import org.jspecify.annotations.Nullable;

/** A task that was done from the start; it holds no more than its outcome. */
final class Completed<T extends @Nullable Object> extends Task<T> {
    private static final Completed<?> EMPTY = new Completed<>(SUCCEEDED, null);

    Completed(int status, @Nullable Object outcome) {
        this.status = (byte) status;
        this.outcome = outcome;
    }

    @SuppressWarnings("unchecked") // null is a value of every T that such a task is made for
    static <T extends @Nullable Object> Task<T> empty() {
        return (Task<T>) EMPTY;
    }

    static <T extends @Nullable Object> Task<T> ofFailure(Throwable failure) {
        EventLoop loop = EventLoop.find();
        if (loop == null) {
            throw failure instanceof NoRunningLoopException noLoop ? noLoop : new NoRunningLoopException(failure);
        }
        Completed<T> task = new Completed<>(FAILED, failure);
        task.outcome = loop.unobserved.add(task, task, failure);
        return task;
    }

    /** The task that {@code body} starts; a failed one where it throws, or returns null. */
    @SuppressWarnings("unchecked") // a task only gives values of its type, so Task<T> is as good as Task<? extends T>
    static <T extends @Nullable Object> Task<T> ofCall(AsyncCallable<? extends T, ?> body) {
        try {
            Task<T> task = (Task<T>) body.call();
            return task != null ? task : ofFailure(nothing());
        } catch (Throwable failure) {
            return ofFailure(failure);
        }
    }

    static NullPointerException nothing() {
        return new NullPointerException("the body of a task returned null instead of a task");
    }

    /** What a frame is made to have awaited when it is cancelled. */
    static Task<?> cancelled() {
        return new Completed<>(FAILED, CANCELLED);
    }

    @Override
    public boolean cancel() {
        return false;
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        return null;
    }

    @Override
    void proceed() {
        throw new AssertionError("a task that is done waits for nothing");
    }
}
