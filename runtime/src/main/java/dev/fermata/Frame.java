package dev.fermata;

/**
 * What one suspended call of an {@code @Async} method is: its task, its saved locals and its place in the queues, in one
 * object. Extended by generated code only.
 */
public abstract class Frame<T> extends Task<T> {
    /** The state to resume at; written by {@link #suspend}. */
    protected int state;

    protected Frame() {}

    /** Restores what was saved and goes on. Called by the loop, on its thread. */
    protected abstract void resume();

    /** True if the awaited task's outcome can be had now. */
    protected static boolean isReady(Task<?> awaited) {
        throw new UnsupportedOperationException();
    }

    /** Holds this call at {@code state} until {@code awaited} is done; returns this, for the caller to return. */
    protected final Task<T> suspend(Task<?> awaited, int state) {
        throw new UnsupportedOperationException();
    }

    /** The task that was awaited; forgets it. */
    protected final Task<?> awaited() {
        throw new UnsupportedOperationException();
    }

    /** The value of a task that is done; throws its failure, the same object, if it failed. */
    protected static <V> V result(Task<?> awaited) {
        throw new UnsupportedOperationException();
    }

    /** Ends the call with a value: completes {@code frame}, or makes a completed task where the call never suspended. */
    protected static <V> Task<V> complete(Frame<V> frame, V value) {
        throw new UnsupportedOperationException();
    }

    /** Ends the call with the outcome that {@code task} has or will have. */
    protected static <V> Task<V> completeWith(Frame<V> frame, Task<? extends V> task) {
        throw new UnsupportedOperationException();
    }

    /** Ends the call with a failure. */
    protected static <V> Task<V> fail(Frame<V> frame, Throwable failure) {
        throw new UnsupportedOperationException();
    }

    @Override
    final void proceed() {
        resume();
    }
}
