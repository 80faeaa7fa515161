package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Values that come one after the other, each of which may have to be waited for. Whoever asks for the next one sets the
 * pace: nothing is made before it is asked for, unless the sequence says that it buffers.
 *
 * <p>In an {@link Async} method, {@code for (T value : each(sequence))} goes through the values. An {@code @Async} method that
 * returns a sequence makes one by {@link Fermata#emit}: each {@link #iterator} runs its body anew, from when the first value
 * is asked for.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface AsyncSequence<T extends @Nullable Object> {
    /** Begins to go through the values; loop-confined. Whether a sequence can be gone through twice is its own to say. */
    AsyncIterator<T> iterator();
}
