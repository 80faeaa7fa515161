package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * One way through an {@link AsyncSequence}. {@code advance()} is awaited, then {@code current()} read, in turn; closing it
 * early tells the sequence that no more will be asked for. Loop-confined.
 *
 * @param <T> the type of the values
 */
public interface AsyncIterator<T extends @Nullable Object> extends AsyncCloseable<RuntimeException> {
    /**
     * Moves on to the next value: true when it is there, false when there is none any more. Fails as the sequence does,
     * with any exception, checked or not: the method that made the sequence declares it.
     *
     * <p>The task is good until the next call: it may be the iterator's own, so that going through a sequence allocates
     * nothing.
     *
     * @throws IllegalStateException if the task of an earlier call is not done
     */
    Task<Boolean> advance();

    /**
     * The value that {@link #advance} moved on to.
     *
     * @throws IllegalStateException if there is none
     */
    T current();

    /** Ends the sequence where it stands: its source lets go of what it holds. After the last value, without effect. */
    @Override
    Task<Void> closeAsync();
}
