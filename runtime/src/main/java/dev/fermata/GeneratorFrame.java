package dev.fermata;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One run of an {@link Async} method that returns an {@link AsyncSequence}: its saved locals, the iterator that drives it,
 * and the task of an {@link #advance} that has to wait, in one object, so that a value costs no allocation. Extended by
 * generated code only. Loop-confined.
 *
 * @param <T> the type of the values
 */
public abstract class GeneratorFrame<T extends @Nullable Object> extends ScopedFrame<Boolean>
        implements AsyncIterator<T> {
    private static final Task<Boolean> MORE = Task.done(true);
    private static final Task<Boolean> NO_MORE = Task.done(false);

    private enum Phase {
        /** Nothing was asked for yet; the body has not begun. */
        FRESH,
        /** The body runs, or is held at an await, on its way to the next value. */
        ADVANCING,
        /** The body is held where it emitted a value. */
        EMITTED,
        /** The body runs, or is held at an await, on its way to its end. */
        CLOSING,
        /** The body has ended by naming another sequence, whose values are this one's from then on. */
        DELEGATING,
        ENDED
    }

    private Phase phase = Phase.FRESH;
    private @Nullable T value;

    /** How far a cancellation of the body has got, while the status is that of the task. */
    private int cancellation;

    /** Whether the body runs within a call of {@link #advance} or {@link #closeAsync}, which returns what it comes to. */
    private boolean called;

    /** Of a body that ended within such a call. */
    private @Nullable Throwable failure;

    private @Nullable AsyncIterator<? extends T> delegate;

    /** For one who closed this while an {@code advance} was pending, whose task is {@code this}. */
    private @Nullable Completer<@Nullable Object> closing;

    protected GeneratorFrame() {
        status = SUCCEEDED; // as a task, this stands for what is pending, and nothing is
    }

    @Override
    public final Task<Boolean> advance() {
        for (; ; ) {
            AsyncIterator<? extends T> last = last();
            if (!(last instanceof GeneratorFrame<? extends T> generator)) {
                return last.advance();
            }
            Task<Boolean> next = generator.next();
            if (next != null) {
                return next;
            }
        }
    }

    /** Where the values come from now: this, or the last of those that have taken over. Keeps no others. */
    private AsyncIterator<? extends T> last() {
        EventLoop loop = this.loop;
        if (loop != null) {
            loop.confine();
        }
        if (phase != Phase.DELEGATING) {
            return this;
        }
        AsyncIterator<? extends T> last = delegate;
        while (last instanceof GeneratorFrame<? extends T> generator && generator.phase == Phase.DELEGATING) {
            last = generator.delegate;
        }
        assert last != null;
        delegate = last;
        return last;
    }

    /** Null if the body has named another sequence without having to wait. */
    private @Nullable Task<Boolean> next() {
        if (status <= PENDING) {
            throw new IllegalStateException(
                    "the sequence is asked for a value, or closed, already: await the task of that first");
        }
        if (phase == Phase.ENDED) {
            return NO_MORE;
        }
        phase = Phase.ADVANCING;
        value = null;
        run(cancellation == CANCEL_REQUESTED ? tell() : Task.done());
        return switch (phase) {
            case EMITTED -> MORE;
            case ENDED -> failure == null ? NO_MORE : Completed.ofFailure(takeFailure());
            case DELEGATING -> null;
            default -> this;
        };
    }

    /** Goes on with the body; what it comes to without having to wait is told by {@link #phase}. */
    private void run(Task<?> from) {
        status = (byte) cancellation;
        outcome = null;
        receive(from);
        EventLoop loop = this.loop;
        Continuation consumer = loop == null ? null : loop.lastCancelled;
        if (loop != null && status != PENDING) {
            loop.lastCancelled = this;
        }
        called = true;
        try {
            resume();
        } finally {
            called = false;
            if (loop != null) {
                loop.lastCancelled = consumer;
            }
        }
        if (phase != Phase.ADVANCING && phase != Phase.CLOSING) {
            status = SUCCEEDED;
        }
    }

    /** What the emit at which the body is held gives it if it is cancelled. */
    private Task<?> tell() {
        cancellation = CANCEL_DELIVERED;
        return Completed.cancelled();
    }

    @Override
    int cancellation() {
        return phase == Phase.EMITTED ? cancellation : status;
    }

    @Override
    void setCancellation(int cancellation) {
        if (phase == Phase.EMITTED) {
            this.cancellation = cancellation;
        } else {
            status = (byte) cancellation;
        }
    }

    @Override
    boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    /** Nobody may ask for a value any more. */
    @Override
    Task<?> ended() {
        return closeAsync();
    }

    private Throwable takeFailure() {
        Throwable taken = failure;
        failure = null;
        assert taken != null;
        return taken;
    }

    @Override
    @SuppressWarnings("NullAway") // null if T says so
    public final T current() {
        AsyncIterator<? extends T> last = last();
        if (last != this) {
            return last.current();
        }
        if (phase != Phase.EMITTED) {
            throw new IllegalStateException(
                    "there is no value: await advance() before, and look whether it gives true");
        }
        return value;
    }

    /** Has the body end: where it is held, at an emit or an await, a {@link CancellationException} is thrown. */
    @Override
    public final Task<Void> closeAsync() {
        AsyncIterator<? extends T> last = last();
        if (last != this) {
            return last.closeAsync();
        }
        if (called) {
            throw new IllegalStateException("the sequence is closed by its own body");
        }
        return switch (phase) {
            case FRESH -> {
                phase = Phase.ENDED;
                yield Task.done();
            }
            case ADVANCING -> {
                closing = new Completer<>(loop);
                phase = Phase.CLOSING;
                cancel();
                yield withoutValue(closing);
            }
            case EMITTED -> closeBody();
            case CLOSING -> withoutValue(closing == null ? this : closing);
            default -> Task.done();
        };
    }

    private Task<Void> closeBody() {
        EventLoop here = loop == null ? EventLoop.find() : null;
        if (here != null) {
            loop = here;
        }
        markCancelled();
        phase = Phase.CLOSING;
        run(tell());
        if (phase == Phase.CLOSING) {
            return withoutValue(this);
        }
        return failure == null ? Task.done() : Completed.ofFailure(takeFailure());
    }

    @SuppressWarnings("unchecked") // ends with null
    private static Task<Void> withoutValue(Task<?> closing) {
        return (Task<Void>) closing;
    }

    /**
     * Makes {@code next} the current value.
     *
     * @throws CancellationException if the body is cancelled, as it is when no more values are wanted
     */
    protected final void emit(T next) {
        if (status != PENDING) {
            throw refusal();
        }
        value = next;
    }

    /**
     * As {@link #emit}, in a {@code catch} or {@code finally} block: once the body has been told that it is cancelled, it may
     * still emit there.
     *
     * @throws CancellationException if no more values are wanted
     */
    protected final void emitInHandler(T next) {
        if (status == CANCEL_REQUESTED || phase == Phase.CLOSING) {
            throw refusal();
        }
        value = next;
    }

    private CancellationException refusal() {
        status = CANCEL_DELIVERED;
        if (loop != null) {
            loop.lastCancelled = this;
        }
        return new CancellationException(
                phase == Phase.CLOSING ? "the consumer has left the sequence" : "the task was cancelled");
    }

    /** Holds the body at {@code state} until the next value is asked for. */
    protected final Task<Boolean> emitted(int state) {
        this.state = (char) state;
        phase = Phase.EMITTED;
        cancellation = status;
        if (!called) {
            succeed(true);
        }
        return this;
    }

    /** Ends the sequence. */
    protected static Task<Boolean> end(GeneratorFrame<?> frame) {
        return frame.ended(null);
    }

    /** Goes on with the values of another sequence. */
    protected static <T extends @Nullable Object> Task<Boolean> end(
            GeneratorFrame<T> frame, @Nullable AsyncSequence<? extends T> sequence) {
        return frame.handOver(sequence);
    }

    private Task<Boolean> handOver(@Nullable AsyncSequence<? extends T> sequence) {
        if (phase == Phase.CLOSING) {
            return ended(null);
        }
        try {
            if (sequence == null) {
                throw new NullPointerException("the @Async method returned null instead of a sequence");
            }
            delegate = sequence.iterator();
            phase = Phase.DELEGATING;
            if (!called) {
                forward(advance());
            }
        } catch (Throwable failure) {
            return ended(failure);
        }
        return this;
    }

    /** Ends the sequence with a failure. */
    protected static Task<Boolean> fail(GeneratorFrame<?> frame, Throwable failure) {
        return frame.ended(failure);
    }

    private Task<Boolean> ended(@Nullable Throwable reason) {
        boolean closed = phase == Phase.CLOSING;
        boolean cancelled = closed && reason instanceof CancellationException;
        phase = Phase.ENDED;
        value = null;
        Completer<@Nullable Object> closer = closing;
        closing = null;
        if (called) {
            failure = cancelled ? null : reason;
        } else if (closer != null) {
            endBoth(closer, cancelled, reason);
        } else if (reason != null && !cancelled) {
            failWith(reason);
        } else {
            succeed(closed ? null : false);
        }
        return this;
    }

    /** The pending advance, and then the one who closed this meanwhile. */
    private void endBoth(Completer<@Nullable Object> closer, boolean cancelled, @Nullable Throwable reason) {
        if (cancelled) {
            endCancelled();
        } else if (reason != null) {
            failWith(reason);
        } else {
            succeed(false);
        }
        if (cancelled || reason == null) {
            closer.complete(null);
        } else {
            closer.fail(reason);
        }
    }
}
