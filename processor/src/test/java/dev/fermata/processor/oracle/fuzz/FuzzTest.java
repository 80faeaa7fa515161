package dev.fermata.processor.oracle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.oracle.fuzz.Fuzzer.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs behave, compiled, as they do in plain Java. {@code -Dfermata.fuzz.count=...} makes more of them, {@code
 * -Dfermata.fuzz.seed=...} others: program <i>n</i> is that of seed <i>n</i>, so a failing one is run alone by its number and a
 * count of 1. It is the same with every JDK, but each level of the language ({@code -Dfermata.fuzz.level=...}) has its own.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("fermata.fuzz.seed", 1);
    /** Of the language; 0 if none is given. */
    private static final int LEVEL = Integer.getInteger("fermata.fuzz.level", 0);

    private static final long COUNT = Long.getLong("fermata.fuzz.count", 2000);
    /** Those made small; what fails after them most likely fails in the same way. */
    private static final int SHOWN = 3;

    @TempDir
    private static Path work;

    /** With a level given, that one; otherwise all of the oldest, and some of the newest where this JDK has it. */
    static Stream<Arguments> levels() {
        if (LEVEL > 0) {
            return Stream.of(Arguments.of(LEVEL, COUNT));
        }
        Arguments oldest = Arguments.of(Grammar.OLDEST, COUNT);
        return Runtime.version().feature() < Grammar.NEWEST
                ? Stream.of(oldest)
                : Stream.of(oldest, Arguments.of(Grammar.NEWEST, COUNT / 5));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void random_programs_behave_as_in_plain_Java(int level, long count) throws IOException {
        List<String> failures = new ArrayList<>();
        try (Sides sides = new Sides(FermataProcessor::new, work.resolve("level" + level))) {
            Fuzzer fuzzer = new Fuzzer(sides);
            long to;
            for (long from = SEED; from < SEED + count; from = to) {
                to = Math.min(SEED + count, (Math.floorDiv(from, Program.BATCH) + 1) * Program.BATCH);
                List<Program> programs = LongStream.range(from, to)
                        .mapToObj(seed -> Program.of(seed, level))
                        .toList();
                for (Failure failure : fuzzer.run(programs)) {
                    failures.add(
                            failures.size() < SHOWN
                                    ? report(fuzzer.shrink(failure), level)
                                    : "seed " + failure.program().seed());
                }
                report(to, failures.size());
            }
            assertThat(fuzzer.unusable())
                    .as("programs that javac itself cannot compile")
                    .hasSizeLessThanOrEqualTo((int) (count / 100));
        }
        assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
    }

    /** A long run says how far it is. */
    private static void report(long end, int failed) {
        if (COUNT > 2000 && end % 1000 == 0) {
            System.out.printf("%d of %d programs, %d failed%n", end - SEED, COUNT, failed);
        }
    }

    private static String report(Failure small, int level) {
        return """
                Random program %1$d fails; this is what is left of it. To run it again:
                mvn -pl runtime,processor test -Dtest=FuzzTest -Dfermata.fuzz.seed=%1$d -Dfermata.fuzz.count=1 \
                -Dfermata.fuzz.level=%3$d -Dsurefire.failIfNoSpecifiedTests=false
                %2$s""".formatted(small.program().seed(), small.message(), level);
    }
}
