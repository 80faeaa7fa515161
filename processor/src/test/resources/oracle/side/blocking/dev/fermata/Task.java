package dev.fermata;

/** The blocking stand-in: what comes of a task is known when it is awaited. */
public final class Task<T> {
    private final Source<T> source;

    private Task(Source<T> source) {
        this.source = source;
    }

    /** Where a task's outcome comes from. */
    public interface Source<T> {
        T await() throws Throwable;
    }

    public static <T> Task<T> from(Source<T> source) {
        return new Task<>(source);
    }

    public static <T> Task<T> completed(T value) {
        return from(() -> value);
    }

    /** The same, as the outcome of a call. */
    Task<T> of(Calls.Call call) {
        return from(() -> call.goOn(source::await));
    }

    T get() {
        return get(Calls.Place.HANDLER);
    }

    /** @param after where the call goes on, if this does not fail */
    T get(Calls.Place after) {
        Calls.Place next = Calls.Place.HANDLER;
        try {
            T value = source.await();
            next = after;
            return value;
        } catch (Throwable failure) {
            throw Task.<RuntimeException>unchecked(failure);
        } finally {
            Calls.at(next);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
