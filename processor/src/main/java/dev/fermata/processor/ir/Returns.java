package dev.fermata.processor.ir;

/** What an {@code @Async} method returns, and so how its callers get what it comes to. */
public enum Returns {
    /** {@code Task<T>}. */
    TASK,
    /** {@code CompletableFuture<T>}. */
    FUTURE,
    /** {@code CompletionStage<T>}. */
    STAGE,
    /** Nothing: a failure is the loop's to report. */
    VOID,
    /** {@code AsyncSequence<T>}: the body is a generator, which emits the values. */
    SEQUENCE
}
