package dev.fermata;

/**
 * Thrown at the await of a task which, by what it awaits, waits for itself: none of the tasks that the message names would
 * ever be done. It goes the way of every failure, so {@code finally} blocks run, and the tasks that await each other all
 * end. What to do instead: have one of them not await the other, or give the other what it needs by a {@link Completer}.
 */
public final class DeadlockException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DeadlockException(String message) {
        super(message);
    }
}
