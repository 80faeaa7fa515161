package dev.fermata;

/** The blocking stand-in: what comes of a task is known when it is awaited. */
public final class Task<T> {
    private final Source<T> source;

    private Task(Source<T> source) {
        this.source = source;
    }

    /** Where a task's outcome comes from. */
    public interface Source<T> {
        /** @param inHandler whether the await stands in a catch or finally block, or closes a resource */
        T await(boolean inHandler) throws Throwable;
    }

    public static <T> Task<T> from(Source<T> source) {
        return new Task<>(source);
    }

    public static <T> Task<T> completed(T value) {
        return from(inHandler -> value);
    }

    T get(boolean inHandler) {
        try {
            return source.await(inHandler);
        } catch (Throwable failure) {
            throw Task.<RuntimeException>unchecked(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
