package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * The {@link TaskScope}s in whose blocks one call is, through which they can cancel it. Loop-confined.
 *
 * <p>A cancellation by a scope is forgotten when the scope closes; that of the call as a whole stays.
 */
abstract class OpenScopes {
    private @Nullable TaskScope<?> innermost;

    /** How far a cancellation of the call has got: a status of {@link Task} that is not one of a task that is done. */
    abstract int cancellation();

    abstract void setCancellation(int cancellation);

    /** Has the await at which the call is held say that it is cancelled. */
    abstract void deliver();

    /** Whether the call as a whole was cancelled. */
    abstract boolean isCancelledAsWhole();

    abstract boolean hasEnded();

    /** Done when the call has ended, which nobody may be waiting for. */
    abstract Task<?> ended();

    /** Begins a scope's block; nothing for null, which try-with-resources skips. */
    final void enter(@Nullable TaskScope<?> scope) {
        if (scope == null) {
            return;
        }
        scope.loop.confine();
        scope.begin(this, innermost, cancellation() == Task.CANCEL_DELIVERED);
        innermost = scope;
        if (scope.isCancelled()) {
            cancelInside(scope);
        }
    }

    /** Cancels the call until {@code scope}, in whose block it is, closes. */
    final void cancelInside(TaskScope<?> scope) {
        if (cancellation() == Task.PENDING || scope.toldBefore) {
            setCancellation(Task.CANCEL_REQUESTED);
            deliver();
        }
    }

    /**
     * Ends a scope's block.
     *
     * @param unwinding whether a cancellation leaves the block
     * @return whether the call is cancelled all the same, from further out
     */
    final boolean leave(TaskScope<?> scope, boolean unwinding) {
        boolean still = isCancelledAround(scope);
        unlink(scope);
        if (!hasEnded() && scope.isCancelled()) {
            boolean told = unwinding || scope.toldBefore;
            setCancellation(!still ? Task.PENDING : told ? Task.CANCEL_DELIVERED : Task.CANCEL_REQUESTED);
        }
        return still;
    }

    /** Whether the call is cancelled as a whole, or by a scope around {@code scope}. */
    final boolean isCancelledAround(TaskScope<?> scope) {
        for (TaskScope<?> each = scope.outer; each != null; each = each.outer) {
            if (each.isCancelled()) {
                return true;
            }
        }
        return isCancelledAsWhole();
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
}
