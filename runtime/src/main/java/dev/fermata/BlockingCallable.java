package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Work that blocks its thread or keeps it busy, for {@link Fermata#offload}.
 *
 * @param <T> the type of the result
 * @param <X> what the work declares to throw; {@link RuntimeException} where it declares nothing
 */
@FunctionalInterface
public interface BlockingCallable<T extends @Nullable Object, X extends Exception> {
    /** Does the work. Interrupted when the task of the work is cancelled. */
    T call() throws X;
}
