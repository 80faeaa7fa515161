package dev.fermata.processor.oracle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.CaseRunner;
import dev.fermata.processor.oracle.fuzz.Fuzzer.Failure;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkerTest {
    @TempDir
    private static Path work;

    @Test
    void what_does_not_matter_is_taken_away() {
        Program large = LongStream.range(1, 1000)
                .mapToObj(Program::of)
                .filter(program -> fails(program) && program.length() > 1500)
                .findFirst()
                .orElseThrow();

        Program small = new Shrinker(ShrinkerTest::firstFailing).shrink(large);

        assertThat(fails(small)).isTrue();
        assertThat(small.body().source(0).lines().count())
                .as(small.body().source(0))
                .isLessThan(12);
        assertThat(Shrinker.candidates(small)).noneMatch(ShrinkerTest::fails);
    }

    /** As if the compiler confused something that takes a shift and a finally block around it. */
    private static boolean fails(Program program) {
        return program.body()
                .descendants()
                .anyMatch(part -> part.sort().equals("statement")
                        && part.parts().stream()
                                .anyMatch(piece -> piece instanceof String text && text.contains("} finally"))
                        && part.descendants().anyMatch(inner -> inner.parts().contains(" >>= ")));
    }

    private static OptionalInt firstFailing(List<Program> candidates) {
        return IntStream.range(0, candidates.size())
                .filter(index -> fails(candidates.get(index)))
                .findFirst();
    }

    @Test
    void a_side_that_loses_an_effect_is_found_out_and_the_program_that_shows_it_is_small() throws IOException {
        try (Sides sides = new Sides(FermataProcessor::new, work)) {
            Fuzzer fuzzer = new Fuzzer(sides, Forgetful::new);
            List<Failure> failures =
                    fuzzer.run(LongStream.range(1, 20).mapToObj(Program::of).toList());
            assertThat(failures).isNotEmpty();

            Failure small = fuzzer.shrink(failures.get(0));

            assertThat(small.program().body().source(0).lines().count()).isLessThan(8);
            assertThat(small.message()).contains("differs from plain Java", "open", "Random program", "--- generated:");
        }
    }

    /** Does not see that a resource is opened. */
    private record Forgetful(CaseRunner runner) implements CaseRunner {
        @Override
        public String rejection(Case one) {
            return runner.rejection(one);
        }

        @Override
        public String generatedFor(Case one) {
            return runner.generatedFor(one);
        }

        @Override
        public Run run(Case one, Schedule schedule) throws ReflectiveOperationException {
            Run run = runner.run(one, schedule);
            List<String> others = run.trace().stream()
                    .filter(event -> !event.startsWith("open "))
                    .toList();
            return new Run(run.outcome(), others, run.awaitables(), run.held());
        }
    }
}
