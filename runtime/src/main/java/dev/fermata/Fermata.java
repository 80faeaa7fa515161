package dev.fermata;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary, for {@code import static dev.fermata.Fermata.*}. All but {@link #run}, {@link #done} and {@link #end} belongs
 * on the thread of a loop, and throws {@link IllegalStateException} where none runs, if not at once then when it has to wait.
 */
public final class Fermata {
    private Fermata() {}

    /**
     * Starts an event loop on this thread, runs a task on it until it is done, and closes the loop.
     *
     * @return the value of the task; its failure is thrown, the same object
     * @throws IllegalStateException if a loop runs on this thread already
     * @see EventLoop#run
     */
    public static <T extends @Nullable Object, X extends Exception> T run(AsyncCallable<? extends T, X> main) throws X {
        if (EventLoop.find() != null) {
            throw EventLoop.alreadyRunning();
        }
        try (EventLoop loop = new EventLoop()) {
            return loop.run(main);
        }
    }

    /**
     * The outcome of a task: its value, or its failure thrown, the same object. Holds the {@link Async} method that it
     * stands in until it is there.
     *
     * @throws UntransformedAwaitError always, for this is what is left of an await that was not compiled by Fermata's
     *     processor. It never blocks
     */
    public static <T extends @Nullable Object> T await(Task<T> task) {
        throw UntransformedAwaitError.ofCaller("await");
    }

    /**
     * As {@link #await(Task)}, of a stage of any library: a {@link java.util.concurrent.CompletionException} around its
     * failure is taken off. Cancelling the method cancels the stage if it is a {@link CompletableFuture} and nobody else is
     * known to wait for it; who merely keeps it, in order to ask it later, is not known.
     */
    public static <T extends @Nullable Object> T await(CompletionStage<? extends T> stage) {
        throw UntransformedAwaitError.ofCaller("await");
    }

    /**
     * Gives the next value of the sequence that the {@link Async} method around it returns, and holds the method until the
     * one after it is asked for. A statement of its own.
     *
     * @throws java.util.concurrent.CancellationException if the consumer has left the sequence: {@code finally} blocks run
     */
    public static <T extends @Nullable Object> void emit(T value) {
        throw UntransformedAwaitError.ofCaller("emit");
    }

    /**
     * The values of a sequence, for {@code for (T value : each(sequence))} in an {@link Async} method and nowhere else. The
     * loop awaits each value; when it is left early, the sequence is closed, and that is awaited too.
     */
    public static <T extends @Nullable Object> Iterable<T> each(AsyncSequence<? extends T> sequence) {
        throw UntransformedAwaitError.ofCaller("each");
    }

    /**
     * A sequence without values: {@code return end();} ends an {@link Async} method that returns a sequence. Any other
     * sequence that such a method returns goes on in its place.
     */
    @SuppressWarnings("unchecked") // there is no value, so it may be of any type
    public static <T extends @Nullable Object> AsyncSequence<T> end() {
        return (AsyncSequence<T>) EmptySequence.INSTANCE;
    }

    /** A task that is done, without a value. */
    public static Task<Void> done() {
        return Task.done();
    }

    /** A task that is done, with a value. */
    public static <T extends @Nullable Object> Task<T> done(T value) {
        return Task.done(value);
    }

    /**
     * A task that is done when {@code duration} has passed, never earlier. Zero: as {@link #checkpoint}.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Task<Void> sleep(Duration duration) {
        return EventLoop.current().sleep(Durations.nanos(Durations.notNegative("sleep", duration)));
    }

    /** Gives way once: to be awaited, it lets all run that is ready. Never done; each await of it gives way anew. */
    public static Task<Void> checkpoint() {
        return Checkpoint.INSTANCE;
    }

    /**
     * Whether the task that runs now was cancelled: that of the {@code @Async} method which asks, or, before it has ever
     * been suspended, that of the nearest caller which has. In a {@code finally} block it tells a cancellation from other
     * ways to end.
     *
     * @see Task#isCancelRequested
     */
    public static boolean isCancelRequested() {
        Continuation cancelled = EventLoop.current().lastCancelled;
        return cancelled != null && cancelled.isRunningCancelled();
    }

    /**
     * Starts work beside the caller's: {@code body} is called in its turn, after what is ready now. The task that is
     * returned ends as that of the body does. What the body throws fails the task; it is declared for the sake of the
     * {@code await} of it.
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> spawn(AsyncCallable<? extends T, X> body)
            throws X {
        return EventLoop.current().start(Objects.requireNonNull(body, "spawn(null): what it starts must be a body"));
    }

    /**
     * The values of several tasks, in the order of the tasks, once all are done. When one fails, those of the others
     * that nobody else awaits are cancelled; the first failure is that of the whole once they have ended, with what else
     * they failed with suppressed. Of none: the empty list, at once.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public static <T extends @Nullable Object> Task<List<T>> gather(Task<? extends T>... tasks) {
        return Gather.of(tasks);
    }

    /** As {@link #gather(Task[])}. */
    public static <T extends @Nullable Object> Task<List<T>> gather(Collection<? extends Task<? extends T>> tasks) {
        return Gather.of(array("gather", tasks));
    }

    /**
     * The outcome, value or failure, of the task that ends first. Those of the others that nobody else awaits are cancelled
     * and waited for before; what they fail with is suppressed by the first failure, or reported as unobserved beside a
     * value. A value that one of them gives all the same is dropped.
     *
     * @throws IllegalArgumentException if there are none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public static <T extends @Nullable Object> Task<T> race(Task<? extends T>... tasks) {
        return Race.of(tasks);
    }

    /** As {@link #race(Task[])}. */
    public static <T extends @Nullable Object> Task<T> race(Collection<? extends Task<? extends T>> tasks) {
        return Race.of(array("race", tasks));
    }

    /**
     * The first value that one of the tasks gives; the others are then treated as by {@link #race(Task[])}. If all fail, the
     * first failure, with the others suppressed.
     *
     * @throws IllegalArgumentException if there are none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public static <T extends @Nullable Object> Task<T> anySuccessful(Task<? extends T>... tasks) {
        return AnySuccessful.of(tasks);
    }

    /** As {@link #anySuccessful(Task[])}. */
    public static <T extends @Nullable Object> Task<T> anySuccessful(Collection<? extends Task<? extends T>> tasks) {
        return AnySuccessful.of(array("anySuccessful", tasks));
    }

    /**
     * The tasks in the order in which they end: each is done when it comes, and to await it gives its value or its
     * failure. Closing the iteration early cancels those left that nobody else awaits, and waits for them. A failed task
     * that came and was not awaited is reported as unobserved. The sequence can be gone through more than once.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    public static <T extends @Nullable Object> AsyncSequence<Task<T>> asCompleted(Task<? extends T>... tasks) {
        return Completions.of(tasks);
    }

    /** As {@link #asCompleted(Task[])}. */
    public static <T extends @Nullable Object> AsyncSequence<Task<T>> asCompleted(
            Collection<? extends Task<? extends T>> tasks) {
        return Completions.of(array("asCompleted", tasks));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static <T extends @Nullable Object> Task<? extends T>[] array(
            String what, Collection<? extends Task<? extends T>> tasks) {
        Objects.requireNonNull(tasks, () -> what + "(null): what it waits for must be tasks");
        return (Task<? extends T>[]) tasks.toArray(new Task[0]);
    }

    /**
     * The outcome of a task, if it ends in time. Otherwise the task is cancelled, unless others await it too; once it has
     * ended, this fails with a {@link DeadlineExceededException}. A value that the task gives in spite of being cancelled
     * is not lost: this ends with it. To cancel this cancels the task, also while it ends because its time is over.
     *
     * @param duration zero: the task must be done already
     * @throws IllegalArgumentException if the duration is negative
     */
    public static <T extends @Nullable Object> Task<T> timeout(Duration duration, Task<T> task) {
        return Timeout.of(Durations.notNegative("timeout", duration), task);
    }

    /**
     * As {@link #timeout(Duration, Task)}, for the task that {@code body} starts. What it throws fails the task.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> timeout(
            Duration duration, AsyncCallable<T, X> body) throws X {
        return Timeout.of(Durations.notNegative("timeout", duration), Completed.ofCall(body));
    }

    /** As {@link #timeout(Duration, AsyncCallable)}, until a moment; if that has passed, {@code body} is called all the same. */
    public static <T extends @Nullable Object, X extends Exception> Task<T> withDeadline(
            Deadline deadline, AsyncCallable<T, X> body) throws X {
        return Timeout.of(deadline.remaining(), Completed.ofCall(body));
    }

    /** The outcome of a task, which goes on when this is cancelled. */
    public static <T extends @Nullable Object> Task<T> shield(Task<T> task) {
        return Shield.of(task);
    }

    /**
     * Calls {@code body} until the task that it starts has a value, or the policy gives up. Then this fails as the last
     * attempt did, with the failures of the attempts before, at most the last ten, suppressed. After a
     * {@link java.util.concurrent.CancellationException} it is not tried again.
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> retry(
            RetryPolicy policy, AsyncCallable<? extends T, X> body) throws X {
        return Retry.of(policy, Objects.requireNonNull(body, "retry(..., null): what it tries must be a body"));
    }

    /**
     * Runs work that blocks on another thread: a virtual one where the JDK has them, else one of a bounded pool. What it
     * throws fails the task. Cancelling the task ends it at once; work that has not begun by then is not done, and work that
     * runs is interrupted.
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> offload(
            BlockingCallable<? extends T, X> work) throws X {
        return EventLoop.current().offloads.submit("offload", OffloadPool.blocking(), work);
    }

    /**
     * As {@link #offload(BlockingCallable)}, on the threads of an executor. If that refuses the work, the task fails with what
     * it throws, a {@link java.util.concurrent.RejectedExecutionException} most often. An executor of one's own must not take the interrupt of one
     * piece of work for one of the next; those of the JDK do not.
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> offload(
            Executor executor, BlockingCallable<? extends T, X> work) throws X {
        return EventLoop.current().offloads.submit("offload", executor, work);
    }

    /**
     * Runs work that computes on another thread, of as many as there are cores; what is more waits its turn. Otherwise as
     * {@link #offload(BlockingCallable)}: to be cancelled, the work has to look at {@link Thread#interrupted} from time to time.
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> compute(
            BlockingCallable<? extends T, X> work) throws X {
        return EventLoop.current().offloads.submit("compute", OffloadPool.computing(), work);
    }
}
