package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Waiter;
import org.jspecify.annotations.Nullable;

/** A task that ends with what the first of some clauses gives. */
final class Selection<T extends @Nullable Object> extends Waiter<T> implements Choice<T> {
    private @Nullable Withdrawable waiting;

    /** Whether a clause takes effect, or none will. */
    private boolean committed;

    private Selection(EventLoop loop) {
        super(loop);
    }

    static <T extends @Nullable Object> Selection<T> of(Clause<T> clause) {
        Selection<T> selection = new Selection<>(EventLoop.current());
        if (!clause.attempt(selection)) {
            selection.waiting = clause.park(selection);
        }
        return selection;
    }

    @Override
    public void commit() {
        committed = true;
        Withdrawable others = waiting;
        waiting = null;
        if (others != null) {
            others.leave();
        }
    }

    @Override
    public void accept(T value) {
        grant(value);
    }

    @Override
    public void fail(Throwable failure) {
        refuse(failure);
    }

    /** Too late while the function of a clause that takes effect is being called. */
    @Override
    protected boolean withdraw() {
        if (committed) {
            return false;
        }
        commit();
        return true;
    }
}
