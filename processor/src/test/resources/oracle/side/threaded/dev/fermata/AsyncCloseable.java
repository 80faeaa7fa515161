package dev.fermata;

/** The blocking stand-in: closing waits. */
public interface AsyncCloseable extends AutoCloseable {
    Task<Void> closeAsync();

    @Override
    default void close() {
        closeAsync().get();
    }
}
