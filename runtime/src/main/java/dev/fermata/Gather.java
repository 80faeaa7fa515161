package dev.fermata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for several tasks, and is done when all of them are. The first failure becomes its own; then those that it alone
 * awaits are cancelled and waited for, so that they have let go of what they use when it fails. What else they fail with
 * is kept as suppressed by the first.
 */
final class Gather<T extends @Nullable Object> extends PendingTask<List<T>> {
    /** The tasks that are not done yet; null in place of the others. */
    private final @Nullable Task<? extends T>[] children;

    private final @Nullable Object[] values;
    private int pending;
    private @Nullable Throwable failure;

    private Gather(EventLoop loop, Task<? extends T>[] children) {
        super(loop);
        this.children = children;
        this.values = new Object[children.length];
    }

    /** @param children the tasks, in an array that nobody else keeps */
    static <T extends @Nullable Object> Task<List<T>> of(Task<? extends T>[] children) {
        if (children.length == 0) {
            return Task.done(List.of());
        }
        for (Task<?> child : children) {
            Objects.requireNonNull(child, "gather(...): each must be a task, but one is null");
        }
        Gather<T> gather = new Gather<>(EventLoop.current(), children);
        gather.start();
        return gather;
    }

    private void start() {
        loop.confine();
        for (int i = 0; i < children.length; i++) {
            Task<?> child = children[i];
            assert child != null;
            if (child.isDone()) {
                take(i, child);
            } else {
                child.enlist(new Child(this, i), loop);
                pending++;
            }
        }
        if (failure != null) {
            cancelChildren();
        }
        if (pending == 0) {
            finish();
        }
    }

    /** Takes the outcome of a child that is done. */
    private void take(int index, Task<?> child) {
        children[index] = null;
        if (!child.isFailed()) {
            values[index] = child.outcome;
            return;
        }
        Throwable thrown = child.observe();
        if (failure == null) {
            failure = thrown;
        } else if (thrown != failure && !(thrown instanceof CancellationException)) {
            failure.addSuppressed(thrown);
        }
    }

    private void ended(int index) {
        boolean unharmed = failure == null;
        Task<?> child = children[index];
        assert child != null;
        take(index, child);
        pending--;
        if (unharmed && failure != null) {
            cancelChildren();
        }
        if (pending == 0) {
            finish();
        }
    }

    @SuppressWarnings("unchecked") // each value came from a Task<? extends T>
    private void finish() {
        if (failure == null) {
            succeed(Collections.unmodifiableList(Arrays.asList((T[]) values)));
        } else {
            failWith(failure);
        }
    }

    @Override
    List<Task<?>> awaits() {
        List<Task<?>> left = new ArrayList<>();
        for (Task<?> child : children) {
            if (child != null) {
                left.add(child);
            }
        }
        return left;
    }

    @Override
    String description() {
        return "gather";
    }

    /** A tree of gathers may be deep: the request goes down through the ready queue, not by recursion. */
    @Override
    @Nullable Task<?> takeCancellation() {
        if (status == PENDING) {
            status = CANCEL_REQUESTED;
            loop.ready.add(this);
        }
        return null;
    }

    @Override
    void proceed() {
        if (isDone()) {
            return;
        }
        cancelChildren();
        if (pending == 0 && failure == null) { // none but such as others await too
            endCancelled();
        } else if (pending == 0) {
            finish();
        }
    }

    /** Cancels the children that this alone awaits, and waits no longer for the others. */
    private void cancelChildren() {
        for (int i = 0; i < children.length; i++) {
            if (children[i] instanceof PendingTask<?> child && !child.isDone()) {
                Child waiter = find(child, i);
                if (child.isOnlyAwaitedBy(waiter)) {
                    child.cancel();
                } else {
                    child.detach(waiter);
                    children[i] = null;
                    pending--;
                }
            }
        }
    }

    private Child find(PendingTask<?> child, int index) {
        Continuation waiter = child.lastWaiter();
        while (!(waiter instanceof Child mine && mine.gather == this && mine.index == index)) {
            assert waiter != null;
            waiter = waiter.next;
        }
        return (Child) waiter;
    }

    /** What waits for one child. */
    private static final class Child extends Continuation {
        private final Gather<?> gather;
        private final int index;

        Child(Gather<?> gather, int index) {
            this.gather = gather;
            this.index = index;
        }

        @Override
        void proceed() {
            gather.ended(index);
        }
    }
}
