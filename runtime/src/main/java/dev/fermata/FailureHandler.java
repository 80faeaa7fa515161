package dev.fermata;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Is told of failures that would otherwise be lost, such as that of a task which nobody awaits. */
@FunctionalInterface
public interface FailureHandler {
    /** Called on the loop's thread; must not throw. */
    void report(String what, Throwable failure);

    /** Writes each failure, as an error, to the {@link Logger} named {@code dev.fermata}. */
    static FailureHandler logging() {
        return (what, failure) -> System.getLogger("dev.fermata").log(Level.ERROR, what, failure);
    }
}
