package dev.fermata;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for others, its children, and makes its outcome of theirs. It ends when each child has ended or was
 * let go, so that nothing which it alone awaits outlives it.
 *
 * <p>As soon as the others are not needed, or when it is cancelled, those that nobody else awaits are cancelled, and
 * waited for; it lets go of those that others await too. The same task may be several of the children.
 */
abstract class Combinator<T extends @Nullable Object> extends PendingTask<T> {
    /** What waits for the children that have not ended; null in place of the others. */
    private final @Nullable Child[] waiting;

    private int pending;
    private boolean decided;

    /** Before this place in {@link #waiting} there is none; brought up to date when somebody asks. */
    private int first;

    Combinator(EventLoop loop, int children) {
        super(loop);
        this.waiting = new Child[children];
    }

    /** Throws, in the name of the method {@code what}, where a task is null. Returns the tasks. */
    static <C extends Task<?>> C[] checked(String what, C @Nullable [] tasks) {
        Objects.requireNonNull(tasks, () -> what + "(null): what it waits for must be tasks");
        for (Task<?> task : tasks) {
            Objects.requireNonNull(task, () -> what + "(...): each must be a task, but one is null");
        }
        return tasks;
    }

    /** Waits for the tasks from now on; called once. */
    final void start(Task<?>... tasks) {
        loop.confine();
        Task<?>[] children = onLoop(tasks);
        for (int i = 0; i < children.length; i++) {
            Task<?> child = children[i];
            if (child.isDone()) {
                decided |= take(i, child);
            } else {
                Child waiter = new Child(this, i, child);
                waiting[i] = waiter;
                pending++;
                child.enlist(waiter, loop);
            }
        }
        if (decided) {
            cancelChildren();
        }
        finishIfAlone();
    }

    /** The tasks as they are to be awaited here. Where one cannot be, none is. */
    private Task<?>[] onLoop(Task<?>[] tasks) {
        Task<?>[] here = new Task<?>[tasks.length];
        int found = 0;
        try {
            for (; found < tasks.length; found++) {
                here[found] = tasks[found].on(loop);
            }
        } catch (IllegalStateException misuse) {
            for (int i = 0; i < found; i++) {
                if (here[i] != tasks[i] && here[i] instanceof PendingTask<?> foreign) {
                    foreign.letGo();
                }
            }
            throw misuse;
        }
        return here;
    }

    /**
     * Takes the outcome of a child that has ended. A failure that is not observed is left to those who may still await the
     * child; it is reported if nobody does. In the order in which they end; at first those that are done already,
     * in their own order.
     *
     * @return whether those that are left are not needed any more
     */
    abstract boolean take(int index, Task<?> child);

    /** Ends this: there is no child left. Some of them may have been let go without an outcome. */
    abstract void finish();

    /** Whether {@code child}, which this waits for by {@code waiter}, is to be cancelled when it is not needed. */
    boolean mayCancel(PendingTask<?> child, Continuation waiter) {
        return child.isOnlyAwaitedBy(waiter);
    }

    private void ended(Child child) {
        waiting[child.index] = null;
        pending--;
        if (take(child.index, child.task) && !decided) {
            decided = true;
            cancelChildren();
        }
        finishIfAlone();
    }

    @Override
    final @Nullable Iterator<Task<?>> blockers() {
        while (first < waiting.length && waiting[first] == null) {
            first++;
        }
        return Arrays.stream(waiting, first, waiting.length)
                .filter(Objects::nonNull)
                .<Task<?>>map(child -> child.task)
                .iterator();
    }

    /** The method that users call: {@code gather} for {@code Gather}. */
    @Override
    String description() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    final void finishIfAlone() {
        if (pending == 0 && !isDone()) {
            finish();
        }
    }

    /** Keeps what else went wrong with the failure that is thrown; a cancellation is no news. */
    static void suppress(Throwable failure, Throwable further) {
        if (further != failure && !(further instanceof CancellationException)) {
            failure.addSuppressed(further);
        }
    }

    /** A tree of combinators may be deep: the request goes down through the ready queue, not by recursion. */
    @Override
    final @Nullable Task<?> takeCancellation() {
        if (status == PENDING) {
            status = CANCEL_REQUESTED;
            loop.ready.add(this);
        }
        return null;
    }

    @Override
    final void proceed() {
        if (!isDone()) {
            cancelChildren();
            finishIfAlone();
        }
    }

    /** Cancels the children that this alone awaits, and waits no longer for the others. */
    final void cancelChildren() {
        for (int i = 0; i < waiting.length; i++) {
            Child waiter = waiting[i];
            if (waiter != null && waiter.task instanceof PendingTask<?> child && !child.isDone()) {
                if (mayCancel(child, waiter)) {
                    child.cancel();
                } else {
                    child.detach(waiter);
                    waiting[i] = null;
                    pending--;
                }
            }
        }
    }

    /** What waits for one child. */
    private static final class Child extends Continuation {
        private final Combinator<?> combinator;
        private final int index;
        private final Task<?> task;

        Child(Combinator<?> combinator, int index, Task<?> task) {
            this.combinator = combinator;
            this.index = index;
            this.task = task;
        }

        /** Not every combinator looks at each failure; one that does says so by {@link Task#observe}. */
        @Override
        boolean observes() {
            return false;
        }

        @Override
        void proceed() {
            combinator.ended(this);
        }
    }
}
