package dev.fermata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What a simulation of the runtime looks at that no user can see. */
public final class Inside {
    private static final VarHandle AWAITING;
    private static final VarHandle CANCELLED;
    private static final VarHandle THREAD;
    private static final VarHandle CURRENT;

    static {
        try {
            AWAITING = MethodHandles.privateLookupIn(Frame.class, MethodHandles.lookup())
                    .findVarHandle(Frame.class, "awaiting", Task.class);
            CANCELLED = MethodHandles.privateLookupIn(ScopedFrame.class, MethodHandles.lookup())
                    .findVarHandle(ScopedFrame.class, "cancelled", boolean.class);
            THREAD = MethodHandles.privateLookupIn(EventLoop.class, MethodHandles.lookup())
                    .findVarHandle(EventLoop.class, "thread", Thread.class);
            CURRENT = MethodHandles.privateLookupIn(EventLoop.class, MethodHandles.lookup())
                    .findStaticVarHandle(EventLoop.class, "CURRENT", ThreadLocal.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Inside() {}

    /** What a frame is held by; null if it runs or has not begun. */
    public static @Nullable Task<?> awaiting(Task<?> frame) {
        return (Task<?>) AWAITING.get((Frame<?>) frame);
    }

    /** How many wait for a task. */
    public static int waiters(Task<?> task) {
        Continuation last = task instanceof PendingTask<?> pending ? pending.lastWaiter() : null;
        int count = last == null ? 0 : 1;
        for (Continuation each = last; each != null && each.next != null && each.next != last; each = each.next) {
            count++;
        }
        return count;
    }

    /** Whether a cancellation was delivered to a task, which has not ended. */
    public static boolean isTold(Task<?> task) {
        return task.status == Task.CANCEL_DELIVERED;
    }

    /** Whether somebody has cancelled a call, not only a scope in whose block it is. */
    public static boolean isCancelledAsWhole(ScopedFrame<?> call) {
        return (boolean) CANCELLED.get(call);
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
        ThreadLocal<EventLoop> current = current();
        THREAD.setVolatile(loop, null);
        current.remove();
        try {
            action.run();
        } finally {
            THREAD.setVolatile(loop, here);
            current.set(loop);
        }
    }

    @SuppressWarnings("unchecked") // as it is declared
    private static ThreadLocal<EventLoop> current() {
        return (ThreadLocal<EventLoop>) CURRENT.get();
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
