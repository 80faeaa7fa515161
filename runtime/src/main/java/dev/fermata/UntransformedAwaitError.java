package dev.fermata;

import java.lang.StackWalker.StackFrame;

/** Thrown by an {@code await}, {@code emit} or {@code each} that Fermata's processor did not compile. It never blocks instead. */
public final class UntransformedAwaitError extends Error {
    private static final long serialVersionUID = 1;

    private UntransformedAwaitError(String message) {
        super(message);
    }

    /** Names the method that called that of {@link Fermata} with this name, from which this is called. */
    static UntransformedAwaitError ofCaller(String name) {
        String place = StackWalker.getInstance()
                .walk(frames -> frames.skip(2)
                        .findFirst()
                        .map(StackFrame::toStackTraceElement)
                        .map(Object::toString)
                        .orElse("?"));
        return new UntransformedAwaitError(name + " was not compiled by Fermata, at " + place
                + ": its annotation processor did not run. Put fermata-processor on the processor path "
                + "(javac: -processorpath; Maven: annotationProcessorPaths; Gradle: annotationProcessor), "
                + "do not switch processors off (-proc:none), and mark the method with @Async");
    }
}
