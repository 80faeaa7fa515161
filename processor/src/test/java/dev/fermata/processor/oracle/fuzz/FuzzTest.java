package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.Comparison;
import dev.fermata.processor.oracle.CompiledSide;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs behave, compiled, as they do in plain Java. {@code -Dfermata.fuzz.count=...} makes more of them, {@code
 * -Dfermata.fuzz.seed=...} others: program <i>n</i> is that of seed <i>n</i>, so a failing one is run alone by its number and a
 * count of 1.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("fermata.fuzz.seed", 1);
    private static final int COUNT = Integer.getInteger("fermata.fuzz.count", 200);
    private static final int POINTS = 6;

    private static final List<Case> PROGRAMS =
            LongStream.range(SEED, SEED + COUNT).mapToObj(Program::of).toList();

    @TempDir
    private static Path work;

    private static CompiledSide oracle;
    private static CompiledSide tested;

    @BeforeAll
    static void compile() throws IOException {
        oracle = CompiledSide.blocking(PROGRAMS, work.resolve("blocking"));
        tested = CompiledSide.looping(PROGRAMS, FermataProcessor::new, work.resolve("looping"));
    }

    @TestFactory
    Stream<DynamicTest> a_random_program_behaves_as_in_plain_Java() {
        return PROGRAMS.stream()
                .map(program -> DynamicTest.dynamicTest(
                        program.sentence(), () -> new Comparison(oracle, tested, program, POINTS).run()));
    }
}
