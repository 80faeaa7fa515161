package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * The frame of an {@link Async} method that opens a {@link TaskScope} in a {@code try} statement: while it is in the block,
 * the scope can cancel it. Extended by generated code only. Loop-confined.
 *
 * <p>A cancellation by a scope is forgotten when the scope closes; that of the call as a whole stays.
 */
public abstract class ScopedFrame<T extends @Nullable Object> extends Frame<T> {
    /** The innermost of the scopes in whose blocks this is. */
    private @Nullable TaskScope<?> innermost;

    /** Whether the call as a whole was cancelled. */
    private boolean cancelled;

    protected ScopedFrame() {}

    /** Begins a scope's block; nothing for null, which try-with-resources skips. */
    protected final void enter(@Nullable TaskScope<?> scope) {
        if (scope == null) {
            return;
        }
        if (loop == null) {
            loop = scope.loop;
        }
        scope.loop.confine();
        scope.begin(this, innermost, status == CANCEL_DELIVERED);
        innermost = scope;
        if (scope.isCancelled()) {
            cancelInside(scope);
        }
    }

    /** Cancels this until {@code scope}, in whose block it is, closes. */
    final void cancelInside(TaskScope<?> scope) {
        if (status == PENDING || scope.toldBefore) {
            status = CANCEL_REQUESTED;
            deliver();
        }
    }

    /**
     * Ends a scope's block.
     *
     * @param unwinding whether a cancellation leaves the block
     * @return whether this is cancelled all the same, from further out
     */
    final boolean leave(TaskScope<?> scope, boolean unwinding) {
        boolean still = isCancelledAround(scope);
        unlink(scope);
        if (!isDone() && scope.isCancelled()) {
            boolean told = unwinding || scope.toldBefore;
            status = !still ? PENDING : told ? CANCEL_DELIVERED : CANCEL_REQUESTED;
        }
        return still;
    }

    /** Whether this is cancelled as a whole, or by a scope around {@code scope}. */
    final boolean isCancelledAround(TaskScope<?> scope) {
        for (TaskScope<?> each = scope.outer; each != null; each = each.outer) {
            if (each.isCancelled()) {
                return true;
            }
        }
        return cancelled;
    }

    private void unlink(TaskScope<?> scope) {
        if (innermost == scope) {
            innermost = scope.outer;
            return;
        }
        for (TaskScope<?> each = innermost; each != null; each = each.outer) {
            if (each.outer == scope) {
                each.outer = scope.outer;
            }
        }
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        cancelled = true;
        return super.takeCancellation();
    }
}
