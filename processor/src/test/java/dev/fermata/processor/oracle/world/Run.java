package dev.fermata.processor.oracle.world;

import java.util.List;

/**
 * What one run of a body came to.
 *
 * @param outcome its value or its failure, as {@link Trace#show} puts it
 * @param trace its side effects, in order
 * @param awaitables how many tasks it made
 * @param suspensions how many of them it was really held at
 */
public record Run(String outcome, List<String> trace, int awaitables, int suspensions) {
    public Run {
        trace = List.copyOf(trace);
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
