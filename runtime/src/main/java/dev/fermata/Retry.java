package dev.fermata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a body until its task has a value, or the policy gives up: then it fails as the last attempt did, which
 * suppresses the failures before it. A cancellation is never tried again.
 */
final class Retry<T extends @Nullable Object> extends Frame<T> {
    private static final int TRIED = 0;
    private static final int PAUSED = 1;

    /** How many failures are kept: one that goes on for ever must not fill the memory. */
    private static final int REMEMBERED = 10;

    private final RetryPolicy policy;
    /** Null once this has ended, for the task may be kept for long. */
    private @Nullable AsyncCallable<? extends T, ?> body;

    private final Deque<Throwable> earlier = new ArrayDeque<>();
    private int made;

    private Retry(EventLoop loop, RetryPolicy policy, AsyncCallable<? extends T, ?> body) {
        super(loop);
        this.policy = policy;
        this.body = body;
    }

    static <T extends @Nullable Object> Task<T> of(RetryPolicy policy, AsyncCallable<? extends T, ?> body) {
        Objects.requireNonNull(policy, "retry(null, ...): the policy must be given");
        Objects.requireNonNull(body, "retry(..., null): the body must be given");
        Retry<T> retry = new Retry<>(EventLoop.current(), policy, body);
        retry.attempt();
        return retry;
    }

    @Override
    protected void resume() {
        Task<?> awaited = awaited();
        if (state == TRIED) {
            tried(awaited);
        } else if (awaited.isFailed()) { // cancelled in the pause
            letGoOfAttempts();
            failWith(awaited.observe());
        } else {
            attempt();
        }
    }

    private void attempt() {
        made++;
        AsyncCallable<? extends T, ?> body = this.body;
        assert body != null;
        Task<?> task = Completed.ofCall(body);
        if (task.isDone()) {
            tried(task);
        } else {
            holdAt(task, TRIED);
        }
    }

    private void tried(Task<?> attempt) {
        if (!attempt.isFailed()) {
            letGoOfAttempts();
            succeed(attempt.outcome);
            return;
        }
        Throwable failure = attempt.observe();
        try {
            if (failure instanceof CancellationException || !policy.allowsAnother(made, failure)) {
                giveUp(failure);
                return;
            }
        } catch (Throwable broken) { // the predicate is the user's
            Combinator.suppress(broken, failure);
            giveUp(broken);
            return;
        }
        if (earlier.size() == REMEMBERED) {
            earlier.removeFirst();
        }
        earlier.addLast(failure);
        holdAt(loop.sleep(policy.pause(made)), PAUSED);
    }

    private void giveUp(Throwable failure) {
        earlier.forEach(each -> Combinator.suppress(failure, each));
        letGoOfAttempts();
        failWith(failure);
    }

    private void letGoOfAttempts() {
        earlier.clear();
        body = null;
    }

    private void holdAt(Task<?> task, int state) {
        try {
            suspend(task, state);
        } catch (IllegalStateException misuse) { // a task that cannot be awaited here
            letGoOfAttempts();
            failWith(misuse);
        }
    }
}
