package dev.fermata;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Is told of what would otherwise be lost: failures of tasks that nobody awaits, and such tasks when their loop ends. */
@FunctionalInterface
public interface FailureHandler {
    /** Called on the loop's thread; must not throw. */
    void report(String what, Throwable failure);

    /**
     * Called when the main task of a loop has ended, with tasks and calls that have not, that nobody awaits and nobody has
     * cancelled: they are cancelled now. Writes them to the same logger as {@link #logging}, as a warning. On the loop's
     * thread; must not throw.
     */
    default void leftBehind(TaskTree tasks) {
        System.getLogger("dev.fermata")
                .log(
                        Level.WARNING,
                        "the main task of an event loop has ended, and these have not, which nobody awaits: they are"
                                + " cancelled. Await them, open a task scope around them, or cancel them\n"
                                + tasks);
    }

    /** Writes each failure, as an error, to the {@link Logger} named {@code dev.fermata}. */
    static FailureHandler logging() {
        return (what, failure) -> System.getLogger("dev.fermata").log(Level.ERROR, what, failure);
    }
}
