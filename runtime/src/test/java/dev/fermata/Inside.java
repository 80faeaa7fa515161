package dev.fermata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What a simulation of the runtime looks at that no user can see. */
public final class Inside {
    private static final VarHandle AWAITING;
    private static final VarHandle THREAD;

    static {
        try {
            AWAITING = MethodHandles.privateLookupIn(Frame.class, MethodHandles.lookup())
                    .findVarHandle(Frame.class, "awaiting", Task.class);
            THREAD = MethodHandles.privateLookupIn(EventLoop.class, MethodHandles.lookup())
                    .findVarHandle(EventLoop.class, "thread", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Inside() {}

    /** What a frame is held by; null if it runs or has not begun. */
    public static @Nullable Task<?> awaiting(Task<?> frame) {
        return (Task<?>) AWAITING.get((Frame<?>) frame);
    }

    /** Whether a cancellation was delivered to a task, which has not ended. */
    public static boolean isTold(Task<?> task) {
        return task.status == Task.CANCEL_DELIVERED;
    }

    /** Whether to await it is to give way. */
    public static boolean isCheckpoint(Task<?> task) {
        return task == Checkpoint.INSTANCE;
    }

    /** Whether it passes a request on to what it awaits. */
    public static boolean isFrame(Task<?> task) {
        return task instanceof Frame;
    }

    /** What a task has failed with, without observing it; null if it has not, or if nobody has asked for a cancellation. */
    public static @Nullable Throwable failure(Task<?> task) {
        if (!task.isFailed()) {
            return null;
        }
        return task.outcome instanceof UnobservedFailure unobserved
                ? unobserved.failure
                : task.outcome instanceof Throwable failure ? failure : null;
    }

    /** Does something as if another thread did: what it hands over goes through the inbox, at a moment of one's choice. */
    public static void fromElsewhere(EventLoop loop, Runnable action) {
        Thread here = (Thread) THREAD.getVolatile(loop);
        THREAD.setVolatile(loop, null);
        try {
            action.run();
        } finally {
            THREAD.setVolatile(loop, here);
        }
    }

    /** What a loop that has ended holds on to; the empty text if nothing. */
    public static String leftIn(EventLoop loop) {
        String left = "";
        left += loop.timers.isEmpty() ? "" : "a timer, ";
        left += loop.openScopes.isEmpty() ? "" : "a scope, ";
        left += loop.visitors.isEmpty() ? "" : "a visitor, ";
        left += loop.offloads.isEmpty() ? "" : "an offload, ";
        left += loop.spawned.last() == null ? "" : "a spawned task, ";
        return left;
    }
}
