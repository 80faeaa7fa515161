package dev.fermata;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary, for {@code import static dev.fermata.Fermata.*}. All but {@link #run} and {@link #done} belongs on the
 * thread of a loop, and throws {@link IllegalStateException} where none runs.
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

    /** A task that is done when {@code duration} has passed, never earlier. Not positive: as {@link #checkpoint}. */
    public static Task<Void> sleep(Duration duration) {
        return EventLoop.current().sleep(nanos(duration));
    }

    /** Saturated: 292 years are for ever. */
    private static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }

    /** Gives way once: to be awaited, it lets all run that is ready. Never done; each await of it gives way anew. */
    public static Task<Void> checkpoint() {
        return Checkpoint.INSTANCE;
    }

    /**
     * Starts work beside the caller's: {@code body} is called in its turn, after what is ready now. The task that is
     * returned ends as that of the body does. What the body throws fails the task; it is declared for the sake of the
     * {@code await} of it.
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> spawn(AsyncCallable<? extends T, X> body)
            throws X {
        return EventLoop.current().spawn(body);
    }

    /**
     * The values of several tasks, in the order of the tasks, once all are done. When one fails, those of the others
     * that nobody else awaits are cancelled; the first failure is that of the whole once they have ended, with what else
     * they failed with suppressed.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the copy is never written with anything but null
    public static <T extends @Nullable Object> Task<List<T>> gather(Task<? extends T>... tasks) {
        return Gather.of(tasks.clone());
    }

    /** As {@link #gather(Task[])}. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    public static <T extends @Nullable Object> Task<List<T>> gather(Collection<? extends Task<? extends T>> tasks) {
        return Gather.of((Task<? extends T>[]) tasks.toArray(new Task[0]));
    }

    /**
     * Runs work that blocks, or keeps a thread busy, on another thread: a virtual one where the JDK has them, else one of
     * a bounded pool. What it throws fails the task. Cancelling the task interrupts the work.
     */
    public static <T extends @Nullable Object, X extends Exception> Task<T> offload(
            BlockingCallable<? extends T, X> work) throws X {
        EventLoop loop = EventLoop.current();
        return loop.offloads().submit(loop, work);
    }
}
