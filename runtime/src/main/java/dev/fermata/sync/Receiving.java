package dev.fermata.sync;

import dev.fermata.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * One that waits to receive an item from a {@link Channel}.
 *
 * @param <T> the type of the item
 * @param <R> what the wait gives
 */
abstract class Receiving<T, R> extends Parked<R> {
    Receiving(EventLoop loop, @Nullable Choice<? super R> choice) {
        super(loop, choice);
    }

    abstract void receive(T item);

    /** There will be none. */
    abstract void end(Channel<T> channel);

    /** One that waits for just that item. */
    static final class Once<T> extends Receiving<T, T> {
        Once(EventLoop loop, @Nullable Choice<? super T> choice) {
            super(loop, choice);
        }

        @Override
        void receive(T item) {
            accept(item);
        }

        @Override
        void end(Channel<T> channel) {
            fail(channel.closedForReceiving());
        }
    }
}
