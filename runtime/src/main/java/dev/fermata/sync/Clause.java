package dev.fermata.sync;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a {@link Select} may wait for, among others: a description, which waits for nothing before it is selected
 * from and may be used again. What John Reppy's Concurrent ML calls an event.
 *
 * @param <T> the type of what it gives when it takes effect
 */
public abstract class Clause<T extends @Nullable Object> {
    Clause() {}

    /** Takes effect and tells {@code choice} so, if it can do so at once. Else false, and nothing has happened. */
    abstract boolean attempt(Choice<? super T> choice);

    /** Waits to take effect. */
    abstract Withdrawable park(Choice<? super T> choice);

    /**
     * This, with what it gives changed by a function. That is called at once when the clause takes effect, maybe by the
     * method that sends or closes, whose {@code TaskLocal}s it sees then: it should be short. What it throws, the selection fails with.
     */
    public final <R extends @Nullable Object> Clause<R> map(Function<? super T, ? extends R> function) {
        return new MappedClause<>(this, function);
    }

    /** This, giving that value. */
    public final <R extends @Nullable Object> Clause<R> as(R value) {
        return map(any -> value);
    }
}
