package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * The frame of an {@link Async} method that opens a {@link TaskScope} in a {@code try} statement: while it is in the block,
 * the scope can cancel it. Extended by generated code only. Loop-confined.
 */
public abstract class ScopedFrame<T extends @Nullable Object> extends Frame<T> {
    /** Null until the first is opened. */
    private @Nullable Scopes scopes;

    /** Whether the call as a whole was cancelled. */
    private boolean cancelled;

    protected ScopedFrame() {}

    /** Begins a scope's block; nothing for null, which try-with-resources skips. */
    protected final void enter(@Nullable TaskScope<?> scope) {
        if (scope == null) {
            return;
        }
        if (loop == null) {
            belongTo(scope.loop);
        }
        if (scopes == null) {
            scopes = new Scopes(this);
        }
        scopes.enter(scope);
    }

    /** Cancels the call as a whole. */
    final void markCancelled() {
        cancelled = true;
    }

    /** How far a cancellation has got. */
    int cancellation() {
        return status;
    }

    void setCancellation(int cancellation) {
        status = (byte) cancellation;
    }

    boolean hasEnded() {
        return isDone();
    }

    /** Done when the call has ended. */
    Task<?> ended() {
        return this;
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        cancelled = true;
        return super.takeCancellation();
    }

    private static final class Scopes extends OpenScopes {
        private final ScopedFrame<?> frame;

        Scopes(ScopedFrame<?> frame) {
            this.frame = frame;
        }

        @Override
        int cancellation() {
            return frame.cancellation();
        }

        @Override
        void setCancellation(int cancellation) {
            frame.setCancellation(cancellation);
        }

        @Override
        void deliver() {
            frame.deliver();
        }

        @Override
        boolean isCancelledAsWhole() {
            return frame.cancelled;
        }

        @Override
        boolean hasEnded() {
            return frame.hasEnded();
        }

        @Override
        Task<?> ended() {
            return frame.ended();
        }
    }
}
