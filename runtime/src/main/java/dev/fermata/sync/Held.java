package dev.fermata.sync;

/**
 * What was locked or acquired, for {@code try (var held = await(mutex.lock())) { ... }}. It lets go of it when it is closed,
 * at once and once: closing it again has no effect, whoever holds the lock by then. Loop-confined.
 */
public abstract class Held implements AutoCloseable {
    Held() {}

    /** Lets go; who waits first is served at once, and resumed in its turn. Closing again has no effect. */
    @Override
    public abstract void close();
}
