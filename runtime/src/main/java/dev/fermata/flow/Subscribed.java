package dev.fermata.flow;

import static dev.fermata.Fermata.done;

import dev.fermata.AsyncIterator;
import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An iteration over the values of a publisher. What the publisher signals, on any thread, is handed to the loop; all else
 * is loop-confined.
 */
final class Subscribed<T> implements Flow.Subscriber<T>, AsyncIterator<T> {
    private final EventLoop loop;
    private final int ahead;
    private final Queue<T> arrived = new ArrayDeque<>();

    private Flow.@Nullable Subscription subscription;
    private @Nullable T current;

    /** The advance that waits for a value. */
    private @Nullable Completer<Boolean> advance;

    private @Nullable Throwable failure;

    /** How many values were taken since the last request. */
    private int taken;

    private boolean ended;
    private boolean closed;

    Subscribed(EventLoop loop, int ahead) {
        this.loop = loop;
        this.ahead = ahead;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        Objects.requireNonNull(subscription, "onSubscribe(null)");
        if (!hand(() -> subscribed(subscription))) {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(T value) {
        Objects.requireNonNull(value, "onNext(null)");
        hand(() -> accept(value));
    }

    @Override
    public void onError(Throwable failure) {
        Objects.requireNonNull(failure, "onError(null)");
        hand(() -> end(failure));
    }

    @Override
    public void onComplete() {
        hand(() -> end(null));
    }

    /** False if the loop is closed, and nobody waits for anything any more. */
    private boolean hand(Runnable signal) {
        try {
            loop.execute(signal);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private void subscribed(Flow.Subscription given) {
        if (subscription != null || closed) {
            given.cancel();
            return;
        }
        subscription = given;
        given.request(ahead);
    }

    private void accept(T value) {
        if (closed || ended) {
            return;
        }
        arrived.add(value);
        wake();
    }

    private void end(@Nullable Throwable failure) {
        if (closed || ended) {
            return;
        }
        ended = true;
        this.failure = failure;
        wake();
    }

    private void wake() {
        Completer<Boolean> waiting = advance;
        advance = null;
        if (waiting != null) {
            moveOn(waiting);
        }
    }

    /** There is a value, or the end. */
    private void moveOn(Completer<Boolean> waiting) {
        current = arrived.poll();
        if (current != null) {
            waiting.complete(true);
            replenish();
        } else if (failure != null) {
            Throwable thrown = failure;
            failure = null; // it is thrown once
            waiting.fail(thrown);
        } else {
            waiting.complete(false);
        }
    }

    /** Requests in batches, as half of what may be ahead has been taken. */
    private void replenish() {
        taken++;
        if (2 * (long) taken >= ahead && subscription != null && !ended) {
            int more = taken;
            taken = 0;
            subscription.request(more);
        }
    }

    @Override
    public Task<Boolean> advance() {
        if (advance != null) {
            throw new IllegalStateException("the task of the advance() before is not done: await it first");
        }
        Completer<Boolean> waiting = new Completer<>(loop);
        if (!arrived.isEmpty() || ended || closed) {
            moveOn(waiting);
        } else {
            current = null;
            waiting.onCancel(() -> advance = null);
            advance = waiting;
        }
        return waiting.task();
    }

    @Override
    public T current() {
        if (current == null) {
            throw new IllegalStateException(
                    "there is no current value: await advance() first, and go on only if it is true");
        }
        return current;
    }

    @Override
    public Task<Void> closeAsync() {
        if (!closed) {
            closed = true;
            arrived.clear();
            failure = null;
            if (subscription != null && !ended) {
                subscription.cancel();
            }
            wake();
        }
        return done();
    }
}
