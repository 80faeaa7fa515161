package dev.fermata;

/**
 * A resource whose closing takes time. In an {@link Async} method, try-with-resources awaits {@link #closeAsync()}
 * where it would have called {@link #close()}.
 */
public interface AsyncCloseable extends AutoCloseable {
    /** Closes this resource; closing again has no effect. Loop-confined. */
    Task<Void> closeAsync();

    /** Starts closing and does not wait: what code outside {@code @Async} methods gets. */
    @Override
    default void close() {
        closeAsync();
    }
}
