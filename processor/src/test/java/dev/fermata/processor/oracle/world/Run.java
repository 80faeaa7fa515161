package dev.fermata.processor.oracle.world;

import java.util.List;
import java.util.Set;

/**
 * What one run of a body came to.
 *
 * @param outcome its value or its failure, as {@link Trace#show} puts it
 * @param trace its side effects, in order
 * @param awaitables how many tasks it made
 * @param held the numbers of those that it got the outcome of: on the oracle's side all that it awaited, whether itself or by
 *     returning them; on the other sides those that were completed while it was held. A task that it made and then let go of,
 *     as one that {@code return} names and a failing {@code close()} overrides, is never awaited.
 */
public record Run(String outcome, List<String> trace, int awaitables, Set<Integer> held) {
    public Run {
        trace = List.copyOf(trace);
        held = Set.copyOf(held);
    }

    /** Whether a reader of the source could tell the two apart. */
    public boolean looksLike(Run other) {
        return outcome.equals(other.outcome) && trace.equals(other.trace);
    }

    @Override
    public String toString() {
        return String.join("\n", trace) + "\n=> " + outcome;
    }
}
