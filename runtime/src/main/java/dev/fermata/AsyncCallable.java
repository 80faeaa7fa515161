package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Starts asynchronous work, such as a call of an {@link Async} method.
 *
 * @param <T> the type of the result
 * @param <X> what the work declares to throw; {@link RuntimeException} where it declares nothing
 */
@FunctionalInterface
public interface AsyncCallable<T extends @Nullable Object, X extends Exception> {
    /** Starts the work; the task is its outcome. */
    Task<T> call() throws X;
}
