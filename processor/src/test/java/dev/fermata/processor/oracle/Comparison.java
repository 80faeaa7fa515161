package dev.fermata.processor.oracle;

import dev.fermata.processor.oracle.world.Interruption;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import dev.fermata.processor.oracle.world.Schedule.Timing;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs one case on both sides under every schedule. */
public final class Comparison {
    /** How the message begins of a case that one side rejects. */
    public static final String NOT_COMPILED = "does not compile";

    /** Cases with more tasks than this are not interrupted at every pair of them. */
    private static final int PAIRS_UP_TO = 10;

    private final List<Interruption> kinds;
    private final CaseRunner oracle;
    private final CaseRunner tested;
    private final Case one;
    private int schedules;

    public Comparison(CaseRunner oracle, CaseRunner tested, Case one) {
        this.oracle = oracle;
        this.tested = tested;
        this.one = one;
        this.kinds = Stream.of(Interruption.values())
                .filter(kind -> kind != Interruption.CANCELLED || !one.isVoid()) // nobody has a task to cancel
                .toList();
    }

    /**
     * Under every timing, uninterrupted and interrupted in each way at each of the body's awaits. Fails with all that is needed
     * to see why, at the first difference.
     */
    public void run() throws ReflectiveOperationException {
        checkCompiled();
        int awaitables = everyTiming(Schedule.of(Timing.READY, 0));
        for (int first = 1; first <= awaitables; first++) {
            for (Interruption kind : kinds) {
                Schedule interrupted = Schedule.of(Timing.READY, first).with(first, kind);
                int reached = everyTiming(interrupted);
                if (reached <= PAIRS_UP_TO) {
                    interruptAgain(interrupted, first, reached);
                }
            }
        }
    }

    /**
     * Under a few schedules that a seed chooses: every timing uninterrupted, then failing at one await, cancelled at another, and
     * failing at two. Fails as {@link #run()} does.
     */
    public void sample(long seed) throws ReflectiveOperationException {
        checkCompiled();
        Random random = new Random(seed);
        int awaitables = everyTiming(Schedule.of(Timing.READY, 0));
        if (awaitables > 0) {
            Interruption failing = kinds.get(random.nextInt(kinds.size() - 1));
            int first = 1 + random.nextInt(awaitables);
            Schedule once = Schedule.of(Timing.READY, 0).with(first, failing);
            int reached = everyTiming(once);
            everyTiming(Schedule.of(Timing.READY, 0).with(1 + random.nextInt(awaitables), Interruption.CANCELLED));
            if (reached > first) {
                Interruption again = kinds.get(random.nextInt(kinds.size()));
                everyTiming(once.with(first + 1 + random.nextInt(reached - first), again));
            }
        }
    }

    private void checkCompiled() {
        for (CaseRunner side : List.of(oracle, tested)) {
            if (!side.rejection(one).isEmpty()) {
                throw new AssertionError(NOT_COMPILED + ":\n" + side.rejection(one) + "\n\n" + one.source());
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
            int firstKind = kinds.indexOf(interrupted.interruptions().get(first));
            Interruption kind = kinds.get((first + second + firstKind) % kinds.size());
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
