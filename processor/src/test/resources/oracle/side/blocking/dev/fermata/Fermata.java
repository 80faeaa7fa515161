package dev.fermata;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The blocking stand-in: a body compiled against it runs as the plain Java that it reads as. */
public final class Fermata {
    private Fermata() {}

    public static <T> T await(Task<? extends T> task) {
        return task.get();
    }

    /**
     * What the harness makes of it: the place is told before the task is made.
     *
     * @param after the place of the await that this one is within, whose task is made next
     */
    public static <T> T await(Calls.Place place, Task<? extends T> task, Calls.Place after) {
        Calls.at(place);
        return task.get(after);
    }

    public static <T> T await(CompletionStage<? extends T> stage) {
        return await(Calls.Place.HANDLER, stage, Calls.Place.HANDLER);
    }

    public static <T> T await(Calls.Place place, CompletionStage<? extends T> stage, Calls.Place after) {
        Calls.at(place);
        Calls.Place next = Calls.Place.HANDLER;
        try {
            T value = outcome(stage);
            next = after;
            return value;
        } finally {
            Calls.at(next);
        }
    }

    private static <T> T outcome(CompletionStage<? extends T> stage) {
        CompletableFuture<? extends T> future = stage.toCompletableFuture();
        if (stage instanceof ToldFuture<?> told) {
            told.tell();
        }
        Throwable failure = future.handle((value, thrown) -> thrown).join();
        if (failure != null) {
            boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
            throw Generator.<RuntimeException>unchecked(wrapped ? failure.getCause() : failure);
        }
        return future.join();
    }

    public static <T> void emit(Calls.Place place, T value) {
        Calls.at(place);
        Generator.emit(value);
    }

    /** Imported by the cases. */
    public static <T> Iterable<T> each(AsyncSequence<? extends T> sequence) {
        throw new AssertionError("the plain reading has open in its place");
    }

    /** What the plain reading has in the place of {@link #each}. */
    public static <T> Loop<T> open(Calls.Place place, AsyncSequence<? extends T> sequence) {
        return new Loop<>(place, sequence.iterator());
    }

    /** What the plain reading makes of a method that returns a sequence. */
    public static <T> AsyncSequence<T> generator(Generator.Body<T> body) {
        return () -> new Generator<>(body);
    }

    public static <T> AsyncSequence<T> end() {
        return Empty::new;
    }

    public static Task<Void> done() {
        return Task.completed(null);
    }

    public static <T> Task<T> done(T value) {
        return Task.completed(value);
    }
}
