package dev.fermata;

import java.util.concurrent.CompletableFuture;

/** A future that tells each await of it. */
public final class ToldFuture<T> extends CompletableFuture<T> {
    private final Runnable told;

    public ToldFuture(Runnable told) {
        this.told = told;
    }

    /** Who awaits what comes of this awaits this too. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new ToldFuture<>(told);
    }

    void tell() {
        told.run();
    }
}
