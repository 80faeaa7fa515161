package dev.fermata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a loop that are held and that nobody awaits, so that what they leave undone when its main task ends can be
 * named and ended. Loop-confined.
 *
 * <p>Nearly every call is awaited by its caller as soon as it is held. So the last one that came is only remembered; when
 * the next one comes, it is looked at again, and kept if nobody awaits it even then. With each that is kept, and in each
 * iteration of the loop, some others are looked at, and let go if they have ended or are awaited by now. So a call costs one
 * field, and no look at many is ever paid for at once.
 */
final class UnawaitedCalls {
    /** More than one, so that those which are kept are soon not more than twice those that there are. */
    private static final int LOOKS_FOR_EACH = 2;

    private static final int LOOKS_IN_AN_ITERATION = 16;

    private @Nullable Frame<?> latest;
    private final List<Frame<?>> calls = new ArrayList<>();

    /** Which is looked at next. */
    private int next;

    /** Notes a call that is held for the first time, or that somebody awaits no longer. */
    void add(Frame<?> call) {
        keepLatest();
        latest = call;
    }

    private void keepLatest() {
        Frame<?> before = latest;
        if (before != null && before.isUnawaited()) {
            look(LOOKS_FOR_EACH);
            calls.add(before);
        }
    }

    /** Looks at some: called once in an iteration. */
    void tidy() {
        if (latest != null) {
            keepLatest();
            latest = null;
        }
        look(LOOKS_IN_AN_ITERATION);
    }

    private void look(int most) {
        for (int left = Math.min(most, calls.size()); left > 0; left--) {
            next = next < calls.size() ? next : 0;
            if (calls.get(next).isUnawaited()) {
                next++;
            } else {
                Frame<?> last = calls.remove(calls.size() - 1);
                if (next < calls.size()) {
                    calls.set(next, last);
                }
            }
        }
    }

    /** Those that there are now. */
    List<Frame<?>> all() {
        tidy();
        calls.removeIf(call -> !call.isUnawaited());
        return List.copyOf(calls);
    }
}
