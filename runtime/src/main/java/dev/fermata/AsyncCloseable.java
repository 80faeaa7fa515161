package dev.fermata;

/**
 * A resource whose closing takes time. In an {@link Async} method, try-with-resources awaits {@link #closeAsync()}
 * where it would have called {@link #close()}. Either way it is {@code close()} by which javac tells what the method must
 * declare, so both declare the same.
 *
 * @param <X> what closing may fail with; {@link RuntimeException} where it declares nothing
 */
public interface AsyncCloseable<X extends Exception> extends AutoCloseable {
    /** Closes this resource; closing again has no effect. Loop-confined. */
    Task<Void> closeAsync() throws X;

    /** Starts closing and does not wait: what code outside {@code @Async} methods gets. */
    @Override
    default void close() throws X {
        closeAsync();
    }
}
