package dev.fermata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A block of code that no task outlives which was spawned in it: structured concurrency. It is opened by the {@code try}
 * statement of an {@link Async} method, and closing it waits for its tasks.
 *
 * <pre>{@code
 * try (TaskScope<IOException> scope = TaskScope.open()) {
 *     Task<User> user = scope.spawn(() -> loadUser(id));
 *     Task<Cart> cart = scope.spawn(() -> loadCart(id));
 *     return done(new Page(await(user), await(cart)));
 * }
 * }</pre>
 *
 * <p>The first task that fails cancels the others and the block, at its await; when all have ended, the {@code try} statement
 * throws that failure, with what else failed suppressed. Where the block fails first, its tasks are cancelled and its failure
 * is thrown. A cancellation is no failure: it is thrown only where nothing failed, and the block did not end. In a {@link
 * #supervising} scope a task that fails harms no other.
 *
 * <p>A scope that was opened otherwise, not by a {@code try} statement of an {@code @Async} method, does not know the block and
 * cannot cancel it; {@link #closeAsync} must be awaited. Loop-confined. Tasks may spawn into the scope, also while it closes.
 *
 * @param <X> what its tasks may fail with, and so its closing; {@link RuntimeException} with {@code var}
 */
public final class TaskScope<X extends Exception> implements AsyncCloseable<X> {
    final EventLoop loop;
    private final Children children = new Children(this);
    private final boolean supervising;

    /** The call in whose block this is open; null before and after. */
    private @Nullable OpenScopes body;

    /** The scope around this one, in the same call. */
    @Nullable TaskScope<?> outer;

    /** Whether the call had been told of a cancellation before it opened this, in a handler then. */
    boolean toldBefore;

    private boolean cancelled;

    /** Who is told of each task that ends. */
    private final List<EndedTasks> listening = new ArrayList<>();

    /** The first failure. */
    private @Nullable Throwable failure;

    /** What ended the block, if that was a cancellation. */
    private @Nullable Throwable cancellation;

    private @Nullable Closing closing;
    private @Nullable Task<Void> deadline;

    private TaskScope(EventLoop loop, boolean supervising) {
        this.loop = loop;
        this.supervising = supervising;
        loop.openScopes.add(this);
    }

    /** A scope whose tasks fail together: the first failure cancels the block and the other tasks. */
    public static <X extends Exception> TaskScope<X> open() throws X {
        return new TaskScope<>(EventLoop.current(), false);
    }

    /**
     * A scope whose tasks fail alone. A failure is for those who await the task; one that nobody awaits goes to the loop's
     * failure handler.
     */
    public static <X extends Exception> TaskScope<X> supervising() throws X {
        return new TaskScope<>(EventLoop.current(), true);
    }

    /**
     * As {@link #open}, with a time by which the block and all tasks must have ended. When it has passed, they are cancelled,
     * and the {@code try} statement throws a {@link DeadlineExceededException}. Of several deadlines around each other the
     * one that passes first ends its own block, and with it those inside.
     *
     * @param timeout from now on; zero: passed already
     * @throws IllegalArgumentException if it is negative
     */
    public static <X extends Exception> TaskScope<X> withDeadline(Duration timeout) throws X {
        return expiringAfter(Durations.notNegative("withDeadline", timeout));
    }

    /** As {@link #withDeadline(Duration)}, with the moment itself, which may have passed. */
    public static <X extends Exception> TaskScope<X> withDeadline(Deadline deadline) throws X {
        return expiringAfter(deadline.remaining());
    }

    private static <X extends Exception> TaskScope<X> expiringAfter(Duration timeout) {
        TaskScope<X> scope = new TaskScope<>(EventLoop.current(), false);
        scope.expireAfter(timeout);
        return scope;
    }

    /**
     * Starts a task, as {@link Fermata#spawn} does, that does not outlive this. In a scope that is cancelled it does not
     * begin, and ends cancelled. What the task may fail with is declared for the sake of the {@code await} of it.
     *
     * @throws IllegalStateException if this has closed, or on another thread than the loop's
     */
    public <T extends @Nullable Object> Task<T> spawn(AsyncCallable<? extends T, ? extends X> body) throws X {
        Objects.requireNonNull(body, "spawn(null): the body of the task must be given");
        loop.confine();
        if (closing != null && closing.isDone()) {
            throw new IllegalStateException(
                    "the task scope has closed: a task that was spawned into it would outlive it");
        }
        Spawned<T> task = new Spawned<>(loop, body, children);
        loop.ready.add(task);
        if (cancelled) {
            task.cancel();
        }
        return task;
    }

    /**
     * The tasks as they end, each done when it comes: to await it gives its value or its failure. The sequence begins with
     * those that end after this call, and ends when the scope has none that could come. It can be gone through once; leaving
     * the loop early leaves the tasks alone. In a scope that fails with its tasks, the first failure cancels the loop.
     *
     * <pre>{@code
     * for (Task<?> task : each(scope.completed())) { ... }
     * }</pre>
     */
    public AsyncSequence<Task<?>> completed() {
        loop.confine();
        EndedTasks tasks = new EndedTasks(this);
        listening.add(tasks);
        return tasks;
    }

    /** Whether there are tasks that have not ended. */
    boolean hasTasks() {
        return children.last() != null;
    }

    void forget(EndedTasks tasks) {
        listening.remove(tasks);
    }

    /**
     * Cancels the tasks, and the block until it ends. Where that has to wait, the {@code try} statement throws a {@link
     * CancellationException}; who catches it there goes on and is not cancelled. A block that needs no more waiting ends
     * normally.
     */
    public void cancel() {
        loop.confine();
        if (cancelled) {
            return;
        }
        cancelled = true;
        children.cancelAll();
        if (body != null) {
            body.cancelInside(this);
        }
    }

    /** Whether this was cancelled, or has cancelled its tasks because something failed. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Waits for the tasks; fails as the first of them that failed. Closing again gives the same task. */
    @Override
    public Task<Void> closeAsync() {
        return closeAfter(null);
    }

    /**
     * Closes this after its block. Called by generated code, which knows how the block has ended.
     *
     * @param thrown what the block has thrown, if it has. Then the task fails: with that, or with what had failed before
     */
    public Task<Void> closeAfter(@Nullable Throwable thrown) {
        loop.confine();
        if (closing == null) {
            closing = new Closing(this);
            endBlock(thrown);
            closing.endIfIdle();
        }
        return closing;
    }

    private void endBlock(@Nullable Throwable thrown) {
        boolean unwinding = thrown instanceof CancellationException;
        boolean stillCancelled = body != null && body.leave(this, unwinding);
        body = null;
        if (unwinding) {
            cancellation = thrown;
        } else if (thrown != null) {
            note(thrown);
        }
        if (thrown != null || stillCancelled) {
            cancel();
        }
    }

    /**
     * For code that cannot wait.
     *
     * @throws IllegalStateException if there are tasks that have not ended; they are cancelled
     */
    @Override
    public void close() throws X {
        Task<Void> closed = closeAsync();
        if (!closed.isDone()) {
            cancel();
            throw new IllegalStateException(
                    "tasks of the scope have not ended: open it in the try statement of an @Async"
                            + " method, or await closeAsync()");
        }
        closed.result();
    }

    /** Begins the block. */
    void begin(OpenScopes body, @Nullable TaskScope<?> outer, boolean toldBefore) {
        if (this.body != null || closing != null) {
            throw new IllegalStateException(
                    closing != null
                            ? "the task scope is closed: open one for each try statement"
                            : "the task scope is open in another try statement: open one for each");
        }
        this.body = body;
        this.outer = outer;
        this.toldBefore = toldBefore;
    }

    private void expireAfter(Duration timeout) {
        Task<Void> sleep = loop.sleep(Durations.nanos(timeout));
        if (!(sleep instanceof Sleep timer)) {
            expire(timeout);
            return;
        }
        deadline = timer;
        timer.append(new Expiry(this, timer, timeout));
    }

    /** Too late if this is cancelled already, from further out perhaps: that has its own reason. */
    private void expire(Duration timeout) {
        if (!cancelled && (body == null || !body.isCancelledAround(this))) {
            note(new DeadlineExceededException(timeout, "a task scope"));
            cancel();
        }
    }

    private void ended(Spawned<?> child) {
        if (!supervising && child.isFailed() && !child.isCancelled()) {
            note(child.observe());
            cancel();
        }
        for (EndedTasks tasks : listening) {
            tasks.add(child);
        }
        if (closing != null) {
            closing.endIfIdle();
        }
    }

    /** Those that have not ended, oldest first. */
    List<Task<?>> tasks() {
        return children.all();
    }

    private void note(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        } else if (failure != thrown) {
            failure.addSuppressed(thrown);
        }
    }

    /** The loop ends, and nobody awaits the end of this: it closes, is open in a call, or was never closed. What to wait for. */
    Task<?> abandon(FailureHandler failures) {
        if (closing != null) {
            cancel();
            return closing;
        }
        OpenScopes call = body;
        if (call != null) {
            cancel();
            return call.ended();
        }
        failures.report(
                "a task scope was never closed",
                new IllegalStateException("a task scope must be opened in the try statement of an @Async method, or its"
                        + " closeAsync() be awaited; its tasks are cancelled now"));
        cancel();
        return closeAsync();
    }

    private static final class Children extends SpawnedTasks {
        private final TaskScope<?> scope;

        Children(TaskScope<?> scope) {
            this.scope = scope;
        }

        @Override
        void ended(Spawned<?> task) {
            scope.ended(task);
        }
    }

    /** What closing awaits: done when the last task has ended. */
    static final class Closing extends PendingTask<Void> {
        private final TaskScope<?> scope;

        Closing(TaskScope<?> scope) {
            super(scope.loop);
            this.scope = scope;
        }

        @Override
        Iterator<Task<?>> blockers() {
            return scope.children.newestFirst();
        }

        @Override
        List<Task<?>> awaits() {
            return scope.tasks();
        }

        @Override
        String description() {
            return "the end of a task scope";
        }

        void endIfIdle() {
            if (isDone() || scope.children.last() != null) {
                return;
            }
            loop.openScopes.remove(scope);
            if (scope.deadline != null) {
                scope.deadline.cancel();
            }
            if (scope.failure != null) {
                failWith(scope.failure);
            } else if (scope.cancellation != null) {
                failWith(scope.cancellation);
            } else if (status == CANCEL_REQUESTED) {
                endCancelled();
            } else {
                succeed(null);
            }
        }

        /** The tasks are cancelled, and waited for all the same. */
        @Override
        @Nullable Task<?> takeCancellation() {
            status = CANCEL_REQUESTED;
            scope.cancel();
            return null;
        }

        @Override
        void proceed() {
            throw new AssertionError("closing stands in no queue");
        }
    }

    /** Waits for the deadline. */
    private static final class Expiry extends Continuation {
        private final TaskScope<?> scope;
        private final Task<Void> timer;
        private final Duration timeout;

        Expiry(TaskScope<?> scope, Task<Void> timer, Duration timeout) {
            this.scope = scope;
            this.timer = timer;
            this.timeout = timeout;
        }

        @Override
        void proceed() {
            if (!timer.isFailed()) {
                scope.expire(timeout);
            }
        }
    }
}
