package dev.fermata;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * One run of a body that emits, as a plain Java method: on a thread of its own, which takes turns with the consumer's. The body
 * begins when the first value is asked for, and stands still where it emits.
 */
public final class Generator<T> implements AsyncSequence.Run<T> {
    private static final ThreadLocal<Generator<Object>> RUNNING = new ThreadLocal<>();

    private final Body<T> body;
    private final Calls.Call call = new Calls.Call();
    private final Semaphore bodysTurn = new Semaphore(0);
    private final Semaphore consumersTurn = new Semaphore(0);
    private boolean started;
    private boolean ended;
    private boolean closing;
    private T value;
    private Throwable failure;
    private AsyncSequence.Run<? extends T> rest;

    /** What stood in the method. */
    public interface Body<T> {
        AsyncSequence<? extends T> run() throws Throwable;
    }

    Generator(Body<T> body) {
        this.body = body;
    }

    static void emit(Object value) {
        RUNNING.get().stop(value);
    }

    private void stop(T next) {
        if (closing) {
            throw left();
        }
        if (call.refuses()) {
            throw new CancellationException("the task was cancelled");
        }
        value = next;
        consumersTurn.release();
        bodysTurn.acquireUninterruptibly();
        Calls.at(Calls.Place.HANDLER);
        if (closing) {
            throw left();
        }
    }

    private static CancellationException left() {
        return new CancellationException("the consumer has left the sequence");
    }

    @Override
    public boolean advance() {
        if (!ended) {
            go();
            rethrow();
        }
        return rest == null ? !ended : rest.advance();
    }

    @Override
    public T current() {
        return rest == null ? value : rest.current();
    }

    @Override
    public void close() {
        if (rest != null) {
            rest.close();
        } else if (started && !ended) {
            closing = true;
            call.close();
            go();
            rethrow();
        }
    }

    private void go() {
        Calls.enter(call);
        if (started) {
            bodysTurn.release();
        } else {
            started = true;
            Thread thread = new Thread(this::run);
            thread.setDaemon(true);
            thread.start();
        }
        consumersTurn.acquireUninterruptibly();
        if (closing && failure instanceof CancellationException) {
            failure = null;
        }
        if (failure != null) {
            Calls.failed(failure);
        }
        Calls.end();
    }

    private void rethrow() {
        Throwable thrown = failure;
        failure = null;
        if (thrown != null) {
            throw Generator.<RuntimeException>unchecked(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private void run() {
        RUNNING.set((Generator<Object>) this);
        try {
            AsyncSequence<? extends T> named = body.run();
            rest = closing ? null : named.iterator();
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            ended = true;
            consumersTurn.release();
        }
    }

    @SuppressWarnings("unchecked")
    static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
