package dev.fermata.testing;

import dev.fermata.AsyncCallable;
import dev.fermata.Task;
import org.jspecify.annotations.Nullable;

/**
 * Whether work gives way to others, or surely does not: the two promises that a method can make to those who share a loop
 * with it. After trio's {@code assert_checkpoints}.
 *
 * <p>A call runs at once, up to the first await that has to wait; so it has given way if, and only if, it returns a task
 * that is not done.
 */
public final class Checkpoints {
    private Checkpoints() {}

    /**
     * Starts work that is to give way at least once; returns its task, to be awaited.
     *
     * @throws AssertionError if it ended without
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> assertCheckpoints(AsyncCallable<T, X> work)
            throws X {
        Task<T> task = work.call();
        if (task.isDone()) {
            AssertionError error = new AssertionError("this was to give way to others, and ended without");
            if (task.isFailed()) {
                error.addSuppressed(task.failure());
            }
            throw error;
        }
        return task;
    }

    /**
     * Does work that is never to give way; returns its task, which is done.
     *
     * @throws AssertionError if it waits; it is cancelled then
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> assertNoCheckpoints(
            AsyncCallable<T, X> work) throws X {
        Task<T> task = work.call();
        if (!task.isDone()) {
            task.cancel();
            throw new AssertionError("this was to end without giving way to others, and waits");
        }
        return task;
    }
}
