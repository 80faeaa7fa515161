package dev.fermata.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs random programs on the runtime, and makes small what fails. */
public final class Simulation {
    /** So many runs are made twice, to find out whether they are the same. */
    private static final int REPEATED = 64;

    private Simulation() {}

    /** Runs {@code count} programs, from that seed on; of one that fails it tells the least that does. */
    static void run(long first, long count) {
        for (long seed = first; seed < first + count; seed++) {
            try {
                run(seed);
            } catch (Throwable failure) {
                throw new AssertionError(describe(seed, failure), failure);
            }
        }
    }

    /** Runs such programs; throws what the first one does that fails. */
    public static void find(long first, long count) {
        for (long seed = first; seed < first + count; seed++) {
            run(seed);
        }
    }

    private static void run(long seed) {
        long trace = new Run(seed, Set.of()).run();
        if (seed % REPEATED == 0 && new Run(seed, Set.of()).run() != trace) {
            throw new Violation("the same seed has given another run");
        }
    }

    private static String describe(long seed, Throwable failure) {
        Set<Long> leftOut = shrink(seed);
        Run small = new Run(seed, leftOut);
        List<String> log = small.log();
        Throwable last = attempt(small);
        return failure + "\nrepeat with -Dfermata.simulation.seed=" + seed + " -Dfermata.simulation.count=1\n"
                + small.operations().size() + " operations are enough for: " + last + "\n" + String.join("\n", log);
    }

    /** Leaves out operations, in pieces of half the size each time, as long as a run fails (Zeller's delta debugging). */
    static Set<Long> shrink(long seed) {
        Set<Long> leftOut = new HashSet<>();
        int piece = operations(seed, leftOut).size();
        while (piece > 0) {
            List<Long> operations = operations(seed, leftOut);
            for (int from = 0; from < operations.size(); from += piece) {
                Set<Long> attempt = new HashSet<>(leftOut);
                attempt.addAll(operations.subList(from, Math.min(operations.size(), from + piece)));
                if (attempt(new Run(seed, attempt)) != null) {
                    leftOut = attempt;
                }
            }
            piece /= 2;
        }
        return leftOut;
    }

    /** Those that a run begins, without those that are left out. */
    private static List<Long> operations(long seed, Set<Long> leftOut) {
        Run run = new Run(seed, leftOut);
        Throwable ignored = attempt(run);
        assert ignored == null || !run.operations().isEmpty();
        return run.operations();
    }

    private static Throwable attempt(Run run) {
        try {
            run.run();
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    /** The first seed, and how many; from the command line, for as many as one likes. */
    public static void main(String[] arguments) {
        run(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
    }
}
