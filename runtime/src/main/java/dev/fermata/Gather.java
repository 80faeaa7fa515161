package dev.fermata;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is done when all its children are, with their values. The first failure becomes its own, with what else they fail with
 * as suppressed.
 */
final class Gather<T extends @Nullable Object> extends Combinator<List<T>> {
    private final @Nullable Object[] values;
    private int missing;
    private @Nullable Throwable failure;

    private Gather(EventLoop loop, int children) {
        super(loop, children);
        this.values = new Object[children];
        this.missing = children;
    }

    static <T extends @Nullable Object> Task<List<T>> of(Task<? extends T>[] children) {
        checked("gather", children);
        if (children.length == 0) {
            return Task.done(List.of());
        }
        Gather<T> gather = new Gather<>(EventLoop.current(), children.length);
        gather.start(children);
        return gather;
    }

    @Override
    boolean take(int index, Task<?> child) {
        missing--;
        if (!child.isFailed()) {
            values[index] = child.outcome;
            return false;
        }
        Throwable thrown = child.observe();
        if (failure == null) {
            failure = thrown;
        } else {
            suppress(failure, thrown);
        }
        return true;
    }

    @Override
    void finish() {
        if (failure != null) {
            failWith(failure);
        } else if (missing > 0) { // cancelled, and others await what is missing
            endCancelled();
        } else {
            succeed(Collections.unmodifiableList(Arrays.asList(values)));
        }
    }
}
