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

    /** What javac would warn of in a generated class, too, is an error here. */
    private static final String LINT = "-Afermata.lint=true";

    /** Machines of several methods, as few states in each as can be. */
    static final String CUT = "-Afermata.method=1";

    private static final List<Case> CASES = Sources.cases().stream()
            .filter(one -> one.className().contains(ONLY))
            .toList();

    @TempDir
    private static Path work;

    private static CompiledSide oracle;
    private static CompiledSide tested;
    private static CompiledSide inParts;

    @BeforeAll
    static void compile() throws IOException {
        oracle = CompiledSide.blocking(CASES, work.resolve("blocking"));
        tested = CompiledSide.looping(CASES, FermataProcessor::new, List.of(LINT), work.resolve("looping"));
        inParts = CompiledSide.looping(CASES, FermataProcessor::new, List.of(LINT, CUT), work.resolve("parts"));
    }

    @TestFactory
    Stream<DynamicContainer> under_every_schedule() {
        return each(one -> new Comparison(oracle, tested, one).run());
    }

    @TestFactory
    Stream<DynamicContainer> cut_into_parts_under_every_schedule() {
        CompiledSide reloaded = oracle.reloaded();
        return each(one -> new Comparison(reloaded, inParts, one).run());
    }

    private static Stream<DynamicContainer> each(Check check) {
        return Sources.GROUPS.stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group,
                        CASES.stream()
                                .filter(one -> one.group().equals(group))
                                .map(one -> DynamicTest.dynamicTest(one.sentence(), () -> check.of(one)))));
    }

    private interface Check {
        void of(Case one) throws ReflectiveOperationException;
    }
}
