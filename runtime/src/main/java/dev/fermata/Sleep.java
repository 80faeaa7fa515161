package dev.fermata;

import org.jspecify.annotations.Nullable;

/** A task that is done when its deadline has come: an entry of {@link Timers}. */
final class Sleep extends PendingTask<Void> {
    /** Where it stands in the heap; -1 when it does not. */
    int position = -1;

    /** Orders those with the same deadline. */
    long sequence;

    Sleep(EventLoop loop) {
        super(loop);
    }

    @Override
    String description() {
        return position < 0
                ? "a sleep"
                : "a sleep of " + loop.timers.left(this, loop.clock().nanos());
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        loop.timers.remove(this);
        endCancelled();
        return null;
    }

    @Override
    void proceed() {
        throw new AssertionError("a timer stands in no queue");
    }
}
