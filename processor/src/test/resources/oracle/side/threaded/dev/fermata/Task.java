package dev.fermata;

/** The harness's own check: a task that may still be pending, and an await that parks the thread of the body. */
public final class Task<T> {
    /** What the body's thread, or one that it starts, does where it has to wait. */
    public static final ThreadLocal<Runnable> HOLD = new InheritableThreadLocal<>();

    private boolean done;
    private T value;
    private Throwable failure;

    public static <T> Task<T> completed(T value) {
        Task<T> task = new Task<>();
        task.complete(value, null);
        return task;
    }

    public void complete(T outcome, Throwable reason) {
        value = outcome;
        failure = reason;
        done = true;
    }

    public boolean isDone() {
        return done;
    }

    /** The same, as the outcome of a call, which is held on a thread of its own here. */
    Task<T> of(Calls.Call call) {
        return this;
    }

    public T get() {
        while (!done) {
            HOLD.get().run();
        }
        if (failure != null) {
            throw Task.<RuntimeException>unchecked(failure);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
