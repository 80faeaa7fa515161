package dev.fermata;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Calls of a loop whose last await may have closed a circle that goes through a combinator or the end of a scope. They are
 * looked at when the loop has nothing to run, since a circle is then no matter of a moment. Loop-confined.
 *
 * <p>What stands in a circle that something else may still break, such as a gather of which another task may fail, is
 * looked at again each time.
 */
final class DeadlockSuspects {
    private static final int FEW = 1_024;

    private final Set<Frame<?>> suspects = new LinkedHashSet<>();
    private int most = FEW;

    void add(Frame<?> call) {
        if (suspects.size() >= most) { // a loop that never comes to rest
            suspects.removeIf(Task::isDone);
            most = Math.max(FEW, 2 * suspects.size());
        }
        suspects.add(call);
    }

    void resolve() {
        if (!suspects.isEmpty()) {
            suspects.removeIf(each -> each.isDone() || !Deadlock.isInCircle(each));
            suspects.forEach(Deadlock::resolve);
        }
    }
}
