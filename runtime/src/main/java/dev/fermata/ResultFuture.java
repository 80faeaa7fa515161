package dev.fermata;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a suspended call of an {@link Async} method that returns a future returns: cancelling it cancels the call. Any thread. */
final class ResultFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    /** Null before the call was held, and once it has ended, so that a future that is kept keeps no more than its outcome. */
    private volatile @Nullable HeldCall<T> call;

    private boolean ended;

    /** Told of the call's end, which may come long after this was cancelled; null if nobody waits for it. Where the call runs. */
    private @Nullable Completer<@Nullable Void> whenEnded;

    /** Makes this the future of a call, which is about to be held. */
    void bind(HeldCall<T> held) {
        if (call == null) {
            call = held;
        }
    }

    /** Whether the call has ended; not so if only this was completed. Where the call runs. */
    boolean hasEnded() {
        return ended;
    }

    /** Done when the call has ended. Where the call runs, on a loop. */
    Task<?> ended() {
        if (ended) {
            return Task.done();
        }
        if (whenEnded == null) {
            whenEnded = new Completer<>();
        }
        return whenEnded.task();
    }

    /** Completes this; false if somebody else did before, by completing or cancelling it. */
    boolean end(T value) {
        leave();
        return complete(value);
    }

    /** As {@link #end}. */
    boolean endFailed(Throwable failure) {
        leave();
        return completeExceptionally(failure);
    }

    private void leave() {
        ended = true;
        call = null;
        if (whenEnded != null) {
            whenEnded.complete(null);
        }
    }

    /** Asks the call to end early, and leaves it to the call how it then ends; false if it has ended. */
    boolean requestCancel() {
        HeldCall<T> running = call;
        if (running != null) {
            running.requestCancel();
        }
        return running != null;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        HeldCall<T> running = call;
        boolean cancelled = super.cancel(mayInterrupt);
        if (cancelled && running != null) {
            running.requestCancel();
        }
        return cancelled;
    }

    /** A dependent stage is not a call of its own. */
    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
