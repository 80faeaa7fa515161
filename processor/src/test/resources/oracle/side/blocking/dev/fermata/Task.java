package dev.fermata;

/** The blocking stand-in: a task's outcome is there from the start. */
public final class Task<T> {
    private final T value;
    private final Throwable failure;
    private Runnable whenAwaited = () -> {};

    private Task(T value, Throwable failure) {
        this.value = value;
        this.failure = failure;
    }

    public static <T> Task<T> completed(T value) {
        return new Task<>(value, null);
    }

    public static <T> Task<T> failed(Throwable failure) {
        return new Task<>(null, failure);
    }

    /** This; each await of it is told. */
    public Task<T> whenAwaited(Runnable told) {
        whenAwaited = told;
        return this;
    }

    T get() {
        whenAwaited.run();
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
