package dev.fermata;

/** The blocking stand-in: closing waits. */
public interface AsyncCloseable<X extends Exception> extends AutoCloseable {
    Task<Void> closeAsync() throws X;

    @Override
    default void close() throws X {
        Calls.at(Calls.Place.HANDLER);
        closeAsync().get();
    }
}
