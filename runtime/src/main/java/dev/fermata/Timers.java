package dev.fermata;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of a loop: those that are due come out in the order of deadline, equal ones in that in which they were
 * set. Loop-confined.
 *
 * <p>A 4-ary heap (LaMarca and Ladner, "The Influence of Caches on the Performance of Heaps", 1996), its keys in an array
 * apart, so that the four children that are compared lie in one cache line. A timer knows its position: to cancel it
 * takes O(log n).
 */
final class Timers {
    private static final int ARITY_SHIFT = 2;

    private long[] deadlines = new long[16];
    private @Nullable Sleep[] sleeps = new Sleep[16];
    private int size;
    private long sequence;

    boolean isEmpty() {
        return size == 0;
    }

    /** The earliest deadline; {@link Long#MAX_VALUE} if there is none. */
    long earliest() {
        return size == 0 ? Long.MAX_VALUE : deadlines[0];
    }

    void add(Sleep sleep, long deadline) {
        if (size == deadlines.length) {
            deadlines = Arrays.copyOf(deadlines, size * 2);
            sleeps = Arrays.copyOf(sleeps, size * 2);
        }
        sleep.sequence = sequence++;
        siftUp(size++, sleep, deadline);
    }

    /** Takes a timer out; no effect if it is not in. */
    void remove(Sleep sleep) {
        int hole = sleep.position;
        if (hole < 0) {
            return;
        }
        sleep.position = -1;
        Sleep moved = at(--size);
        long deadline = deadlines[size];
        sleeps[size] = null;
        if (hole == size) {
            return;
        }
        if (hole > 0 && precedes(deadline, moved, parent(hole))) {
            siftUp(hole, moved, deadline);
        } else {
            siftDown(hole, moved, deadline);
        }
    }

    /** Ends the sleeps whose deadline is not after {@code now}. */
    void fire(long now) {
        while (size > 0 && deadlines[0] <= now) {
            Sleep due = at(0);
            remove(due);
            due.succeed(null);
        }
    }

    int size() {
        return size;
    }

    /** How long a timer that is in has still to go. */
    Duration left(Sleep sleep, long now) {
        return Duration.ofNanos(Math.max(0, deadlines[sleep.position] - now));
    }

    /** All that are in, the earliest first. */
    List<Sleep> inOrder() {
        Stream<Sleep> all = IntStream.range(0, size).mapToObj(this::at);
        Comparator<Sleep> byDeadline = Comparator.comparingLong(sleep -> deadlines[sleep.position]);
        return all.sorted(byDeadline.thenComparingLong(sleep -> sleep.sequence)).toList();
    }

    /** The timer at a position below {@code size}. */
    private Sleep at(int position) {
        Sleep sleep = sleeps[position];
        assert sleep != null;
        return sleep;
    }

    private static int parent(int position) {
        return (position - 1) >> ARITY_SHIFT;
    }

    private boolean precedes(long deadline, Sleep sleep, int position) {
        long other = deadlines[position];
        return deadline < other || (deadline == other && sleep.sequence < at(position).sequence);
    }

    private void siftUp(int from, Sleep sleep, long deadline) {
        int hole = from;
        while (hole > 0 && precedes(deadline, sleep, parent(hole))) {
            place(hole, at(parent(hole)), deadlines[parent(hole)]);
            hole = parent(hole);
        }
        place(hole, sleep, deadline);
    }

    private void siftDown(int from, Sleep sleep, long deadline) {
        int hole = from;
        for (; ; ) {
            int first = (hole << ARITY_SHIFT) + 1;
            if (first >= size) {
                break;
            }
            int least = first;
            int end = Math.min(first + (1 << ARITY_SHIFT), size);
            for (int child = first + 1; child < end; child++) {
                if (precedes(deadlines[child], at(child), least)) {
                    least = child;
                }
            }
            if (!precedes(deadlines[least], at(least), deadline, sleep)) {
                break;
            }
            place(hole, at(least), deadlines[least]);
            hole = least;
        }
        place(hole, sleep, deadline);
    }

    private static boolean precedes(long deadline, Sleep sleep, long otherDeadline, Sleep other) {
        return deadline < otherDeadline || (deadline == otherDeadline && sleep.sequence < other.sequence);
    }

    private void place(int position, Sleep sleep, long deadline) {
        deadlines[position] = deadline;
        sleeps[position] = sleep;
        sleep.position = position;
    }
}
