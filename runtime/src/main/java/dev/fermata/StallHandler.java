package dev.fermata;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Is told, while it lasts, that a loop does not go round: something has it compute for long, or blocks its thread. */
@FunctionalInterface
public interface StallHandler {
    /**
     * Called once for each time that the loop is held up, on a thread of its own; must not throw.
     *
     * @param culprit the {@code @Async} method that runs, and its line; or else what runs in its place
     * @param soFar how long it has held up the loop, at least
     * @param stack of the loop's thread; what blocks is on top
     */
    void stalled(StackTraceElement culprit, Duration soFar, StackTraceElement[] stack);

    /** Writes each, as a warning with the stack, to the {@link Logger} named {@code dev.fermata}. */
    static StallHandler logging() {
        return (culprit, soFar, stack) -> {
            Throwable where = new Throwable("where it is now");
            where.setStackTrace(stack);
            System.getLogger("dev.fermata")
                    .log(
                            Level.WARNING,
                            "the event loop has been held up for " + soFar.toMillis() + " ms by " + culprit
                                    + ": no other task can run meanwhile. Offload what blocks (Fermata.offload) or"
                                    + " computes (Fermata.compute), or await a checkpoint() now and then",
                            where);
        };
    }
}
