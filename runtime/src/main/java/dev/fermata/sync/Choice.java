package dev.fermata.sync;

import org.jspecify.annotations.Nullable;

/** What a clause tells that it takes effect: first {@link #commit}, then one of the others. */
interface Choice<T extends @Nullable Object> {
    /** From here on, no other clause takes effect. */
    void commit();

    void accept(T value);

    void fail(Throwable failure);
}
