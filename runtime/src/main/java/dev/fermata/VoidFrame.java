package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A suspended call of an {@link Async} method that returns {@code void}: nobody can await it, so its failure goes to the
 * loop's {@link FailureHandler}. Extended by generated code only. Loop-confined.
 */
public abstract class VoidFrame extends ScopedFrame<Void> {
    protected VoidFrame() {}

    /**
     * Ends the call with a failure, which is reported.
     *
     * @throws IllegalStateException if no loop runs on this thread to report it; the failure is the cause
     */
    protected static Task<Void> fail(@Nullable VoidFrame frame, Throwable failure) {
        EventLoop loop = frame == null ? EventLoop.find() : frame.loop;
        if (loop == null) {
            loop = EventLoop.find();
        }
        if (loop == null) {
            throw failure instanceof NoRunningLoopException noLoop ? noLoop : new NoRunningLoopException(failure);
        }
        loop.report("an @Async method that returns void has failed", failure);
        if (frame == null) {
            return Task.done();
        }
        frame.succeed(null);
        return frame;
    }
}
