package dev.fermata;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one structure that crosses threads: any thread puts continuations in, the loop's thread takes them out.
 *
 * <p>A stack (Treiber, "Systems Programming: Coping with Parallelism", 1986) that the loop takes as a whole and turns
 * round, so that it gets first what came first. The link is the continuation's own: putting in allocates nothing. One
 * word holds everything, also whether the loop sleeps (so that it is woken just once) and whether it is closed: there is
 * no moment between looking and acting at which a message could be lost.
 */
final class Inbox {
    private static final Continuation ASLEEP = new Mark();
    private static final Continuation CLOSED = new Mark();

    private final AtomicReference<@Nullable Continuation> top = new AtomicReference<>();

    /** What came of {@link #put}. */
    enum Reception {
        ACCEPTED,
        /** Accepted, and the loop sleeps: whoever gets this answer has to wake it. */
        WAKE,
        CLOSED
    }

    /** Puts a continuation in, which stands in no queue. Any thread. */
    Reception put(Continuation continuation) {
        for (; ; ) {
            Continuation below = top.get();
            if (below == CLOSED) {
                return Reception.CLOSED;
            }
            continuation.next = below == ASLEEP ? null : below;
            if (top.compareAndSet(below, continuation)) {
                return below == ASLEEP ? Reception.WAKE : Reception.ACCEPTED;
            }
        }
    }

    /** Takes out all there are, linked, in the order in which they came; the loop is awake from then on. */
    @Nullable Continuation takeAll() {
        if (top.get() == null) { // the common case, without a write to what threads share
            return null;
        }
        return turnRound(top.getAndSet(null));
    }

    private static @Nullable Continuation turnRound(@Nullable Continuation newest) {
        Continuation each = newest;
        Continuation following = null;
        while (each != null && each != ASLEEP && each != CLOSED) {
            Continuation below = each.next;
            each.next = following;
            following = each;
            each = below;
        }
        return following;
    }

    /** Notes that the loop is about to sleep; false if it must not, as there is something in. */
    boolean fallAsleep() {
        return top.compareAndSet(null, ASLEEP);
    }

    /** Refuses all from now on; takes out what is in, as {@link #takeAll} does. */
    @Nullable Continuation close() {
        return turnRound(top.getAndSet(CLOSED));
    }

    private static final class Mark extends Continuation {
        @Override
        void proceed() {
            throw new AssertionError("a mark is not to be run");
        }
    }
}
