package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * One that waits in a {@link WaitQueue}: a task of its own, or a clause of a {@link Select}. Whoever serves it takes it out
 * of the queue, brings its own state in order, and then calls {@link #accept}, as the last thing it does: that may run code
 * of the user's, which may use the same primitive again.
 */
class Parked<T extends @Nullable Object> extends Waiter<T> implements Withdrawable {
    /** The selection that it is a part of; null if it is a task of its own. */
    private final @Nullable Choice<? super T> choice;

    /** Null when it stands in none. */
    @Nullable WaitQueue<?> queue;

    @Nullable Parked<?> before;

    @Nullable Parked<?> after;

    Parked(EventLoop loop, @Nullable Choice<? super T> choice) {
        super(loop);
        this.choice = choice;
    }

    Parked(EventLoop loop) {
        this(loop, null);
    }

    /** Gives it what it waited for. */
    void accept(T value) {
        if (choice == null) {
            grant(value);
        } else {
            choice.commit();
            choice.accept(value);
        }
    }

    /** Ends its wait with a failure. */
    void fail(Throwable failure) {
        if (choice == null) {
            refuse(failure);
        } else {
            choice.commit();
            choice.fail(failure);
        }
    }

    final boolean isAmong(WaitQueue<?> waiters) {
        return queue == waiters;
    }

    @Override
    public void leave() {
        if (queue != null) {
            queue.remove(this);
        }
    }

    @Override
    protected boolean withdraw() {
        leave();
        return true;
    }
}
