package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.CaseRunner;
import dev.fermata.processor.oracle.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Compiles and runs random programs, and makes those small that fail. */
final class Fuzzer {
    private final Sides sides;
    private final UnaryOperator<CaseRunner> broken;
    private final List<String> unusable = new ArrayList<>();

    Fuzzer(Sides sides) {
        this(sides, UnaryOperator.identity());
    }

    /** @param broken breaks the tested side, to see that it is found out */
    Fuzzer(Sides sides, UnaryOperator<CaseRunner> broken) {
        this.sides = sides;
        this.broken = broken;
    }

    /** A program that does not behave as in plain Java. */
    record Failure(Program program, String message) {}

    /** The programs that javac itself could not compile, and what it said. */
    List<String> unusable() {
        return unusable;
    }

    /** @param programs of the same options */
    List<Failure> run(List<Program> programs) {
        List<Case> cases = programs.stream().map(Program::named).toList();
        Batch batch = Batch.compile(sides, cases, programs.get(0).options());
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String failure = failure(batch, cases.get(i), programs.get(i).seed());
            if (!failure.isEmpty()) {
                failures.add(new Failure(programs.get(i), failure));
            }
        }
        return failures;
    }

    /** The smallest program that can be made of this one and still fails, and how. */
    Failure shrink(Failure failing) {
        boolean compiled = isCompiled(failing.message());
        Program small = new Shrinker(candidates -> first(candidates, compiled)).shrink(failing.program());
        Case one = small.named();
        Batch alone = Batch.compile(sides, List.of(one), small.options());
        return new Failure(small, failure(alone, one, small.seed()));
    }

    /** The first of these that fails, and not because javac itself does not accept it. */
    private OptionalInt first(List<Program> candidates, boolean compiled) {
        List<Case> cases = new ArrayList<>();
        for (Program candidate : candidates) {
            cases.add(candidate.named("Candidate" + cases.size()));
        }
        Batch batch = Batch.compile(sides, cases, candidates.get(0).options());
        for (int i = 0; i < cases.size(); i++) {
            if (!batch.tested().isRejectedByJavac(cases.get(i))) {
                String failure = failure(batch, cases.get(i), candidates.get(i).seed());
                if (!failure.isEmpty() && isCompiled(failure) == compiled) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isCompiled(String message) {
        return !message.startsWith(Comparison.NOT_COMPILED);
    }

    private String failure(Batch batch, Case one, long seed) {
        if (!batch.oracle().isUsable(one)) {
            unusable.add("seed " + seed + ": " + batch.oracle().rejection(one));
            return "";
        }
        try {
            new Comparison(batch.oracle(), broken.apply(batch.tested()), one).sample(seed);
            return "";
        } catch (AssertionError failure) {
            return failure.getMessage();
        } catch (ReflectiveOperationException | LinkageError unloadable) {
            return "cannot be loaded: " + unloadable + "\n" + one.source();
        }
    }
}
