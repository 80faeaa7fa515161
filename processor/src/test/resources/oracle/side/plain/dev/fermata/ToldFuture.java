package dev.fermata;

import java.util.concurrent.CompletableFuture;

/** A future that tells each await of it. */
public final class ToldFuture<T> extends CompletableFuture<T> {
    private final Told told;

    /** Is told; may throw what the await then does. */
    public interface Told {
        void tell() throws Throwable;
    }

    public ToldFuture(Told told) {
        this.told = told;
    }

    /** Who awaits what comes of this awaits this too. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new ToldFuture<>(told);
    }

    void tell() {
        try {
            told.tell();
        } catch (Throwable thrown) {
            throw Generator.<RuntimeException>unchecked(thrown);
        }
    }
}
