package dev.fermata.flow;

import dev.fermata.AsyncSequence;
import dev.fermata.EventLoop;
import java.util.Objects;
import java.util.concurrent.Flow;

/** Makes asynchronous sequences of publishers, and publishers of asynchronous sequences. */
public final class Publishers {
    private Publishers() {}

    /**
     * The values of a publisher. Each iteration subscribes anew; so many values are requested ahead, and more as they are
     * taken. Closing the iteration cancels the subscription. The publisher may call from any thread; the iteration is confined
     * to the loop on which it began.
     *
     * @param ahead how many values may have been requested and not taken; at least one
     */
    public static <T> AsyncSequence<T> sequence(Flow.Publisher<? extends T> publisher, int ahead) {
        Objects.requireNonNull(publisher, "sequence(null, ...): the publisher is missing");
        if (ahead < 1) {
            throw new IllegalArgumentException("at least one value must be requested ahead, not " + ahead);
        }
        return () -> {
            Subscribed<T> subscribed = new Subscribed<>(EventLoop.current(), ahead);
            publisher.subscribe(subscribed);
            return subscribed;
        };
    }

    /**
     * Publishes a sequence. Each subscription is one iteration, on {@code loop}, which goes on as far as the subscriber has
     * requested; to cancel the subscription closes it. Subscribers are called on the loop's thread, and must not block it.
     * Subscriptions may be made, requested from and cancelled on any thread.
     *
     * <p>A sequence that gives {@code null} fails, as a stream must not contain it.
     */
    public static <T> Flow.Publisher<T> publisher(AsyncSequence<? extends T> sequence, EventLoop loop) {
        Objects.requireNonNull(sequence, "publisher(null, ...): the sequence is missing");
        Objects.requireNonNull(loop, "publisher(..., null): the loop is missing");
        return subscriber -> {
            Objects.requireNonNull(subscriber, "subscribe(null): the subscriber is missing");
            new Publication<T>(sequence, loop, subscriber).begin();
        };
    }
}
