package dev.fermata.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.oracle.world.Schedule;
import dev.fermata.processor.oracle.world.Schedule.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case behaves, compiled, as it does in plain Java. */
class OracleTest {
    private static final List<Case> CASES = Sources.cases();

    @TempDir
    private static Path work;

    private static CompiledSide oracle;
    private static CompiledSide threaded;

    @BeforeAll
    static void compile() throws IOException {
        oracle = CompiledSide.blocking(CASES, work.resolve("blocking"));
        threaded = CompiledSide.threaded(CASES, work.resolve("threaded"));
    }

    @Test
    void every_case_has_a_sentence_of_its_own() {
        assertThat(CASES).extracting(Case::sentence).doesNotHaveDuplicates().allMatch(text -> text.endsWith("."));
    }

    @TestFactory
    Stream<DynamicContainer> every_case_awaits_and_ends_alike_when_held_by_a_thread() {
        return byGroup(one -> {
            new Comparison(oracle, threaded, one).run();
            assertThat(oracle.run(one, Schedule.of(Timing.READY, 0)).awaitables()).as(one.className()).isPositive();
        });
    }

    private static Stream<DynamicContainer> byGroup(Check check) {
        return Sources.GROUPS.stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group,
                        CASES.stream()
                                .filter(one -> one.group().equals(group))
                                .map(one -> DynamicTest.dynamicTest(one.sentence(), () -> check.of(one)))));
    }

    private interface Check {
        void of(Case one) throws Exception;
    }
}
