package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Ends as the first of its children to end does, with its value or its failure. What the others fail with, as they are
 * cancelled, is suppressed by that failure; beside a value it is reported as unobserved.
 */
final class Race<T extends @Nullable Object> extends Combinator<T> {
    private @Nullable Task<?> winner;

    private Race(EventLoop loop, int children) {
        super(loop, children);
    }

    static <T extends @Nullable Object> Task<T> of(Task<? extends T>[] children) {
        checked("race", children);
        if (children.length == 0) {
            throw new IllegalArgumentException("race() of no tasks would never end: there must be at least one");
        }
        Race<T> race = new Race<>(EventLoop.current(), children.length);
        race.start(children);
        return race;
    }

    @Override
    boolean take(int index, Task<?> child) {
        if (winner == null) {
            winner = child;
        } else if (child != winner && child.isFailed() && winner.isFailed()) {
            suppress(winner.observe(), child.observe());
        }
        return true;
    }

    @Override
    void finish() {
        if (winner == null) { // cancelled, and others await the children
            endCancelled();
        } else {
            settleAs(winner);
        }
    }
}
