package dev.fermata;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The rule of cancellation, for the blocking stand-in: which calls of async methods are under way, which of them are cancelled,
 * and where each awaits. The harness adds to the source what tells it so.
 */
public final class Calls {
    private static final List<Call> STACK = new ArrayList<>();

    private Calls() {}

    /** Where a call awaits next. */
    public enum Place {
        BODY,
        /** In a catch or finally block, or by closing a resource: what a call may do after it was told of its cancellation. */
        HANDLER
    }

    /** One call, also while it stands still between two values that it emits. */
    static final class Call {
        private boolean cancelled;
        private boolean told;
        private Place place = Place.HANDLER;

        /** Cancels it where it stands still, which is how it learns of it. */
        void close() {
            cancelled = true;
            told = true;
        }

        /** It is about to emit; whether it is told instead that it is cancelled. */
        boolean refuses() {
            boolean refuses = isInterrupted();
            told |= refuses;
            return refuses;
        }

        /** Waits for what it has returned: that is no await, so that it is not told again of its cancellation. */
        <T> T goOn(Waiting<T> waiting) throws Throwable {
            place = Place.HANDLER;
            enter(this);
            try {
                return waiting.end();
            } catch (Throwable failure) {
                failed(failure);
                throw failure;
            } finally {
                Calls.end();
            }
        }

        boolean isInterrupted() {
            return cancelled && (place == Place.BODY || !told);
        }
    }

    /** What has to wait. */
    interface Waiting<T> {
        T end() throws Throwable;
    }

    /** Forgets what a run before has left. */
    public static void reset() {
        STACK.clear();
    }

    public static void begin() {
        enter(new Call());
    }

    /** A call begins, or goes on. */
    static void enter(Call call) {
        STACK.add(call);
    }

    /** The innermost call fails; its caller, if it awaits it, learns of a cancellation so. */
    public static void failed(Throwable failure) {
        int caller = STACK.size() - 2;
        if (caller >= 0) {
            STACK.get(caller).told |= STACK.get(caller).cancelled && failure instanceof CancellationException;
            STACK.get(caller).place = Place.HANDLER;
        }
    }

    public static void end() {
        STACK.remove(STACK.size() - 1);
    }

    /** What the innermost call returns: who awaits it waits for a call that has not ended yet. */
    @SuppressWarnings("unchecked") // the same type
    public static <R> R returned(R outcome) {
        Call call = STACK.get(STACK.size() - 1);
        if (outcome instanceof Task<?> task) {
            return (R) task.of(call);
        }
        return outcome instanceof ToldFuture<?> future ? (R) future.of(call) : outcome;
    }

    /** Stands before what is awaited. */
    public static Place at(Place place) {
        if (!STACK.isEmpty()) {
            STACK.get(STACK.size() - 1).place = place;
        }
        return place;
    }

    /** The innermost call has to wait; whether it is told instead that it is cancelled. */
    public static boolean isInterrupted() {
        for (int i = 1; i < STACK.size(); i++) {
            STACK.get(i).cancelled |= STACK.get(i - 1).isInterrupted();
        }
        boolean interrupted = !STACK.isEmpty() && STACK.get(STACK.size() - 1).isInterrupted();
        if (interrupted) {
            STACK.get(STACK.size() - 1).told = true;
        }
        return interrupted;
    }

    /** The outermost call is cancelled, and what it awaits; whether this gets as far as what the innermost one awaits. */
    public static boolean cancel() {
        for (Call call : STACK) {
            if (call.cancelled) {
                return false;
            }
            call.cancelled = true;
            call.told = call == STACK.get(STACK.size() - 1);
        }
        return true;
    }
}
