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

    /** The same, as the outcome of a call. */
    ToldFuture<T> of(Calls.Call call) {
        ToldFuture<T> outcome = new ToldFuture<>(() -> call.goOn(() -> {
            told.tell();
            return null;
        }));
        whenComplete((value, failure) -> {
            if (failure == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome;
    }

    void tell() {
        try {
            told.tell();
        } catch (Throwable thrown) {
            throw Generator.<RuntimeException>unchecked(thrown);
        }
    }
}
