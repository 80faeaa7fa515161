package dev.fermata.processor.oracle;

import dev.fermata.processor.oracle.world.Interruption;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import dev.fermata.processor.oracle.world.Schedule.Timing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs one case on both sides under every schedule. */
public final class Comparison {
    /** Cases with more tasks than this are not interrupted at every pair of them. */
    private static final int PAIRS_UP_TO = 10;

    private static final List<Interruption> KINDS = List.of(Interruption.values());

    private final CompiledSide oracle;
    private final CompiledSide tested;
    private final Case one;
    private final int points;
    private int schedules;

    /** A comparison that interrupts the body at each of its awaits. */
    public Comparison(CompiledSide oracle, CompiledSide tested, Case one) {
        this(oracle, tested, one, Integer.MAX_VALUE);
    }

    /** @param points at how many of its awaits, evenly spread, the body is interrupted */
    public Comparison(CompiledSide oracle, CompiledSide tested, Case one, int points) {
        this.oracle = oracle;
        this.tested = tested;
        this.one = one;
        this.points = points;
    }

    /** Fails with all that is needed to see why, at the first difference. */
    public void run() throws ReflectiveOperationException {
        for (CompiledSide side : List.of(oracle, tested)) {
            if (!side.rejection(one).isEmpty()) {
                throw new AssertionError("does not compile:\n" + side.rejection(one) + "\n\n" + one.source());
            }
        }
        int awaitables = everyTiming(Schedule.of(Timing.READY, 0));
        int stride = (awaitables - 1) / points + 1;
        for (int first = 1; first <= awaitables; first += stride) {
            for (Interruption kind : KINDS) {
                Schedule interrupted = Schedule.of(Timing.READY, first).with(first, kind);
                int reached = everyTiming(interrupted);
                if (reached <= PAIRS_UP_TO) {
                    interruptAgain(interrupted, first, reached);
                }
            }
        }
    }

    /** How many comparisons were made. */
    int schedules() {
        return schedules;
    }

    /** What an await in a catch or finally block throws while another failure is being handled. */
    private void interruptAgain(Schedule interrupted, int first, int reached) throws ReflectiveOperationException {
        for (int second = first + 1; second <= reached; second++) {
            int firstKind = KINDS.indexOf(interrupted.interruptions().get(first));
            Interruption kind = KINDS.get((first + second + firstKind) % KINDS.size());
            everyTiming(interrupted.with(second, kind));
        }
    }

    private int everyTiming(Schedule interrupted) throws ReflectiveOperationException {
        int awaitables = compare(interrupted);
        compare(new Schedule(Timing.SUSPENDED, 0, interrupted.interruptions()));
        for (int seed = 1; seed <= 2; seed++) {
            compare(new Schedule(Timing.MIXED, seed, interrupted.interruptions()));
        }
        return awaitables;
    }

    /** The number of tasks that the body made. */
    private int compare(Schedule schedule) throws ReflectiveOperationException {
        schedules++;
        Run expected = oracle.run(one, schedule);
        Run actual = run(schedule, expected);
        if (!expected.looksLike(actual)) {
            throw difference("differs from plain Java", schedule, expected, actual);
        }
        if (schedule.interruptions().isEmpty()) {
            checkHeld(schedule, expected, actual);
        }
        return expected.awaitables();
    }

    private Run run(Schedule schedule, Run expected) throws ReflectiveOperationException {
        try {
            return tested.run(one, schedule);
        } catch (RuntimeException | Error escaped) {
            AssertionError failure =
                    difference("does not end", schedule, expected, new Run(escaped.toString(), List.of(), 0, Set.of()));
            failure.initCause(escaped);
            throw failure;
        }
    }

    /** A suite that never suspends proves nothing: the body has to be held at every task that it awaits and that was
     * not ready.  What it made and does not await is completed at some time too; that says nothing. */
    private void checkHeld(Schedule schedule, Run expected, Run actual) {
        Set<Integer> wanted = new TreeSet<>(expected.held());
        wanted.removeIf(index -> !schedule.suspends(index));
        Set<Integer> held = new TreeSet<>(actual.held());
        held.retainAll(expected.held());
        if (!held.equals(wanted)) {
            throw difference("was held at " + held + " and not at " + wanted, schedule, expected, actual);
        }
    }

    private AssertionError difference(String what, Schedule schedule, Run expected, Run actual) {
        return new AssertionError(String.join(
                "\n",
                one.className() + " " + what + ", under " + schedule,
                "--- plain Java:",
                expected.toString(),
                "--- compiled:",
                actual.toString(),
                "--- case:",
                one.source(),
                "--- generated:",
                tested.generatedFor(one)));
    }
}
