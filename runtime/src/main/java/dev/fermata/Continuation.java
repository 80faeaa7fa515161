package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Something the loop can run later, and the link by which it stands in one queue at a time: the waiters of a task, the
 * ready queue, or the inbox. So no queue allocates. Loop-confined.
 */
abstract class Continuation {
    /** The next in the queue that this stands in; null when it stands in none. */
    @Nullable Continuation next;

    /** Runs on the loop's thread, once for each time that it was put into the ready queue or the inbox. */
    abstract void proceed();

    /** Whether this is a call whose body runs right now, and which is cancelled. */
    boolean isRunningCancelled() {
        return false;
    }

    /** Whether, by waiting for a task, this makes a failure of it known to somebody; not so if it may yet look away. */
    boolean observes() {
        return true;
    }

    /** Is called instead, by the thread that closes the loop in whose inbox this is. */
    void turnedAway() {}
}
