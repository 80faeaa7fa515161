package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Ends with the first value that one of its children gives. When all have failed, with the first failure, which
 * suppresses the others. What children fail with after there is a value is reported as unobserved.
 */
final class AnySuccessful<T extends @Nullable Object> extends Combinator<T> {
    private @Nullable Task<?> winner;
    private @Nullable Throwable failure;

    private AnySuccessful(EventLoop loop, int children) {
        super(loop, children);
    }

    static <T extends @Nullable Object> Task<T> of(Task<? extends T>[] children) {
        checked("anySuccessful", children);
        if (children.length == 0) {
            throw new IllegalArgumentException(
                    "anySuccessful() of no tasks has no value and no failure: there must be at least one");
        }
        AnySuccessful<T> any = new AnySuccessful<>(EventLoop.current(), children.length);
        any.start(children);
        return any;
    }

    @Override
    boolean take(int index, Task<?> child) {
        if (!child.isFailed()) {
            if (winner == null) {
                winner = child;
            }
        } else if (winner == null) {
            if (failure == null) {
                failure = child.observe();
            } else {
                suppress(failure, child.observe());
            }
        }
        return winner != null;
    }

    @Override
    void finish() {
        if (winner != null) {
            succeed(winner.outcome);
        } else if (failure == null || isCancelRequested()) {
            endCancelled();
        } else {
            failWith(failure);
        }
    }
}
