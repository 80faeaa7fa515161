package dev.fermata;

import org.jspecify.annotations.Nullable;

/** Says that a loop is needed and how to start one; a type of its own so that it is not wrapped in another of its kind. */
final class NoRunningLoopException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoRunningLoopException(@Nullable Throwable cause) {
        super(
                "no event loop runs on this thread (\"" + Thread.currentThread().getName()
                        + "\"): start one with Fermata.run(...), or hand the work to one that runs with EventLoop.execute(...)",
                cause);
    }
}
