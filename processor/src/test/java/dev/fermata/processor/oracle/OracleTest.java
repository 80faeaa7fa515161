package dev.fermata.processor.oracle;

import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case behaves, compiled, as it does in plain Java. {@code -Dfermata.oracle.only=...} takes those whose name contains it. */
class OracleTest {
    private static final String ONLY = System.getProperty("fermata.oracle.only", "");

    private static final List<Case> CASES = Sources.cases().stream()
            .filter(one -> one.className().contains(ONLY))
            .toList();

    @TempDir
    private static Path work;

    private static CompiledSide oracle;
    private static CompiledSide tested;

    @BeforeAll
    static void compile() throws IOException {
        oracle = CompiledSide.blocking(CASES, work.resolve("blocking"));
        tested = CompiledSide.looping(CASES, FermataProcessor::new, work.resolve("looping"));
    }

    @TestFactory
    Stream<DynamicContainer> under_every_schedule() {
        return Sources.GROUPS.stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group,
                        CASES.stream().filter(one -> one.group().equals(group)).map(OracleTest::test)));
    }

    private static DynamicTest test(Case one) {
        return DynamicTest.dynamicTest(one.sentence(), () -> new Comparison(oracle, tested, one).run());
    }
}
