package dev.fermata.processor.oracle.world;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The script of one run: which of the tasks that the body makes, numbered from 1 in the order they are made, are complete
 * at once, and which do not end with their value.
 *
 * @param seed chooses what is suspended, if {@code timing} is mixed
 */
public record Schedule(Timing timing, long seed, Map<Integer, Interruption> interruptions) {
    /** When an awaited task completes. The blocking side does not look at it: that is what the comparison is about. */
    public enum Timing {
        READY,
        SUSPENDED,
        MIXED
    }

    public Schedule {
        interruptions = Map.copyOf(interruptions);
    }

    public static Schedule of(Timing timing, long seed) {
        return new Schedule(timing, seed, Map.of());
    }

    /** The same script, but the task with this number ends so. */
    public Schedule with(int index, Interruption interruption) {
        Map<Integer, Interruption> more = new TreeMap<>(interruptions);
        more.put(index, interruption);
        return new Schedule(timing, seed, more);
    }

    /** Whether the task with this number is still pending when the body awaits it. A body can only be cancelled there. */
    public boolean suspends(int index) {
        if (interruptions.get(index) == Interruption.CANCELLED) {
            return true;
        }
        return switch (timing) {
            case READY -> false;
            case SUSPENDED -> true;
            case MIXED -> new Random(seed * 31 + index * 0x9E3779B97F4A7C15L).nextInt(1 << 16) % 2 == 0;
        };
    }

    public boolean cancels(int index) {
        return interruptions.get(index) == Interruption.CANCELLED;
    }

    @Override
    public String toString() {
        String base = timing == Timing.MIXED ? "MIXED (seed " + seed + ")" : timing.toString();
        return interruptions.isEmpty() ? base : base + ", interrupted at " + new TreeMap<>(interruptions);
    }
}
