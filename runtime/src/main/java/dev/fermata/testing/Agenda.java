package dev.fermata.testing;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to happen at a later time: by time, and what is for the same time in the order in which it was added. Any thread. */
final class Agenda {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long sequence;

    synchronized void add(long time, Runnable action) {
        entries.add(new Entry(time, sequence++, action));
    }

    /** The earliest time of all; {@link Long#MAX_VALUE} if there is nothing to come. */
    synchronized long earliest() {
        Entry first = entries.peek();
        return first == null ? Long.MAX_VALUE : first.time;
    }

    /** Has happen what is due at {@code now}, also what that adds for now; false if there was nothing. */
    boolean run(long now) {
        boolean any = false;
        for (Entry due = poll(now); due != null; due = poll(now)) {
            due.action.run();
            any = true;
        }
        return any;
    }

    private synchronized @Nullable Entry poll(long now) {
        return earliest() <= now ? entries.poll() : null;
    }

    private record Entry(long time, long sequence, Runnable action) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
