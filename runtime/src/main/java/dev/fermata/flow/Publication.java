package dev.fermata.flow;

import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSequence;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to a published sequence: an iteration that goes on as far as was requested. The subscription's methods
 * hand over to the loop; all else is loop-confined.
 */
final class Publication<T> implements Flow.Subscription {
    /** How many values are given before the loop's other work, a cancel among it, has its turn. */
    private static final int MOST_AT_ONCE = 64;

    private final AsyncSequence<? extends T> sequence;
    private final EventLoop loop;

    /** Null when it has been told of the end, or has cancelled: then it is let go of. */
    private Flow.@Nullable Subscriber<? super T> subscriber;

    private @Nullable AsyncIterator<? extends T> iterator;

    /** How much was requested and not given; {@link Long#MAX_VALUE} for all there is. */
    private long demand;

    /** What the iteration waits for; null when it does not. */
    private @Nullable Task<Boolean> advancing;

    Publication(AsyncSequence<? extends T> sequence, EventLoop loop, Flow.Subscriber<? super T> subscriber) {
        this.sequence = sequence;
        this.loop = loop;
        this.subscriber = subscriber;
    }

    void begin() {
        try {
            loop.execute(this::subscribe);
        } catch (RejectedExecutionException closed) {
            Flow.Subscriber<? super T> refused = subscriber;
            assert refused != null;
            refused.onSubscribe(this);
            refused.onError(closed);
        }
    }

    private void subscribe() {
        Flow.Subscriber<? super T> subscriber = this.subscriber;
        assert subscriber != null;
        subscriber.onSubscribe(this);
        try {
            iterator = sequence.iterator();
        } catch (Throwable failure) { // of the user's sequence
            fail(failure);
            return;
        }
        proceed();
    }

    @Override
    public void request(long count) {
        hand(() -> requested(count));
    }

    @Override
    public void cancel() {
        hand(this::cancelled);
    }

    private void hand(Runnable signal) {
        try {
            loop.execute(signal);
        } catch (RejectedExecutionException closed) {
            // Where the loop is closed, nothing more will come.
        }
    }

    private void requested(long count) {
        if (subscriber == null) {
            return;
        }
        if (count <= 0) {
            fail(new IllegalArgumentException(
                    "request(" + count + "): the count must be positive (Reactive Streams, rule 3.9)"));
            return;
        }
        demand = count > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + count;
        proceed();
    }

    private void cancelled() {
        if (subscriber != null) {
            subscriber = null;
            close();
        }
    }

    /** Goes on until there is no demand, or something to be waited for, or others must have their turn. */
    private void proceed() {
        for (int given = 0; subscriber != null && iterator != null && demand > 0 && advancing == null; given++) {
            if (given == MOST_AT_ONCE) {
                hand(this::proceed);
                return;
            }
            Task<Boolean> advance;
            try {
                advance = iterator.advance();
            } catch (Throwable failure) { // of the user's sequence
                fail(failure);
                return;
            }
            if (advance.isDone()) {
                advanced(advance);
            } else {
                advancing = advance;
                goOnAfter(advance);
            }
        }
    }

    private void advanced(Task<Boolean> advance) {
        Flow.Subscriber<? super T> subscriber = this.subscriber;
        if (subscriber == null) {
            close(); // cancelled, while a value was on its way
            if (advance.isFailed() && !advance.isCancelled()) {
                advance.result(); // there is no one else to tell than the loop's failure handler
            }
        } else if (advance.isFailed()) {
            fail(advance.failure());
        } else if (advance.result()) {
            give(subscriber);
        } else {
            this.subscriber = null;
            close();
            subscriber.onComplete();
        }
    }

    private void give(Flow.Subscriber<? super T> subscriber) {
        assert iterator != null;
        T value = iterator.current();
        if (value == null) {
            fail(new NullPointerException("the sequence gave null, which a stream must not contain"));
            return;
        }
        if (demand < Long.MAX_VALUE) {
            demand--;
        }
        try {
            subscriber.onNext(value);
        } catch (Throwable violation) { // of rule 2.13; the loop's failure handler is told
            cancelled();
            throw violation;
        }
    }

    private void fail(Throwable failure) {
        Flow.Subscriber<? super T> told = subscriber;
        subscriber = null;
        try {
            close();
        } finally {
            if (told != null) {
                told.onError(failure);
            }
        }
    }

    /** Closes the iteration; one that waits is cancelled first, and closed when that has ended. */
    private void close() {
        AsyncIterator<? extends T> closing = iterator;
        if (advancing != null) {
            advancing.cancel();
        } else if (closing != null) {
            iterator = null;
            closing.closeAsync(); // nobody awaits it: the loop says what it fails with
        }
    }

    /** Handed over to the loop, which reports what goes wrong in it. If the loop is closed before, the subscriber hears of that. */
    @SuppressWarnings("FutureReturnValueIgnored") // the action does not fail
    private void goOnAfter(Task<Boolean> advance) {
        advance.toCompletableFuture().whenComplete((value, failure) -> {
            if (advance.isDone()) {
                hand(() -> {
                    advancing = null;
                    advanced(advance);
                    proceed();
                });
            } else if (failure != null) {
                iterator = null;
                advancing = null;
                fail(failure);
            }
        });
    }
}
