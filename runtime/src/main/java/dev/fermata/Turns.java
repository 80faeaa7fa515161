package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Where calls go on that run without a loop: on the thread that completes what they await. That may be within another
 * call which goes on there, and so on; from a certain depth they wait for their turn instead, so that no chain of them
 * overflows the stack. One for each thread.
 */
final class Turns {
    /** Each level takes about a kilobyte of the stack. */
    private static final int DEPTH = 32;

    private static final ThreadLocal<Turns> HERE = ThreadLocal.withInitial(Turns::new);

    private final ReadyQueue waiting = new ReadyQueue();
    private int depth;

    /** Goes on with a call on this thread: now, or when those that run on it have returned. */
    static void take(Continuation call) {
        HERE.get().add(call);
    }

    private void add(Continuation call) {
        if (depth == DEPTH) {
            waiting.add(call);
            return;
        }
        depth++;
        try {
            call.proceed();
            for (Continuation next = pollOutermost(); next != null; next = pollOutermost()) {
                next.proceed();
            }
        } finally {
            depth--;
        }
    }

    /** Only the outermost takes from the queue: the stack is shortest there. */
    private @Nullable Continuation pollOutermost() {
        return depth == 1 ? waiting.poll() : null;
    }
}
