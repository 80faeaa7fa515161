package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Starts an operation that calls back, for {@link Task#fromCallback}.
 *
 * @param <T> the type of the value
 * @param <X> what starting declares to throw; {@link RuntimeException} where it declares nothing
 */
@FunctionalInterface
public interface CallbackStart<T extends @Nullable Object, X extends Exception> {
    /** Starts the operation, which is to complete or fail {@code completer}, on any thread. */
    void start(Completer<T> completer) throws X;
}
