package dev.fermata;

import org.jspecify.annotations.Nullable;

/** Something the loop can run later, and the link by which it stands in one queue at a time. Loop-confined. */
abstract class Continuation {
    /** The next in the queue this stands in: the ready queue, or the waiters of one task. */
    @Nullable Continuation next;

    /** Runs on the loop's thread, once per time that it was put into the ready queue. */
    abstract void proceed();
}
