package dev.fermata;

import java.util.concurrent.CompletableFuture;

/** A future that tells each await of it. */
public final class ToldFuture<T> extends CompletableFuture<T> {
    private final Runnable told;

    public ToldFuture(Runnable told) {
        this.told = told;
    }

    void tell() {
        told.run();
    }
}
