package dev.fermata.sync;

import dev.fermata.AsyncIterator;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import org.jspecify.annotations.Nullable;

/** What is received from a {@link Channel}, as a sequence. */
final class Receipts<T> implements AsyncIterator<T> {
    private static final Task<Boolean> THERE_IS_ONE = Task.done(true);
    private static final Task<Boolean> THERE_IS_NONE = Task.done(false);

    private final Channel<T> channel;
    private @Nullable T current;

    /** The step that was asked for last, while it waits. */
    private @Nullable Advancing step;

    private boolean closed;

    Receipts(Channel<T> channel) {
        this.channel = channel;
    }

    @Override
    public Task<Boolean> advance() {
        EventLoop loop = channel.confine();
        if (step != null && !step.isDone()) {
            throw new IllegalStateException("advance(): the one before is not done, await it first");
        }
        if (closed) {
            return THERE_IS_NONE;
        }
        current = channel.take();
        if (current != null) {
            return THERE_IS_ONE;
        }
        if (channel.isClosed()) {
            return channel.cause() == null ? THERE_IS_NONE : Task.failed(channel.closedForReceiving());
        }
        Advancing started = new Advancing(loop);
        step = started;
        channel.park(started);
        return started;
    }

    @Override
    public T current() {
        if (current == null) {
            throw new IllegalStateException("current(): there is none before advance() has given true");
        }
        return current;
    }

    /** Leaves the channel open; a step that waits is cancelled. */
    @Override
    public Task<Void> closeAsync() {
        channel.confine();
        closed = true;
        current = null;
        if (step != null) {
            step.cancel();
            step = null;
        }
        return Task.done();
    }

    private final class Advancing extends Receiving<T, Boolean> {
        Advancing(EventLoop loop) {
            super(loop, null);
        }

        @Override
        void receive(T item) {
            current = item;
            accept(true);
        }

        @Override
        void end(Channel<T> channel) {
            if (channel.cause() == null) {
                accept(false);
            } else {
                fail(channel.closedForReceiving());
            }
        }
    }
}
