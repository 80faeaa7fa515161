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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkerTest {
    @TempDir
    private static Path work;

    @ParameterizedTest
    @ValueSource(
            strings = {"} finally", "Inherited.call(() -> {", "CompletableFuture<Object>>get(", "each(values(", "class "
            })
    void what_does_not_matter_is_taken_away(String around) {
        Confusion confusion = new Confusion(around);
        Program large = LongStream.range(1, 5000)
                .mapToObj(Program::of)
                .filter(program -> confusion.shows(program) && program.length() > 1500)
                .findFirst()
                .orElseThrow();

        Program small = new Shrinker(confusion::first).shrink(large);

        assertThat(confusion.shows(small)).isTrue();
        assertThat(small.body().source(0).lines().count())
                .as(small.body().source(0))
                .isLessThan(16);
        assertThat(small.values().source(0).lines().count()).isEqualTo(1);
        assertThat(Shrinker.candidates(small)).noneMatch(confusion::shows);
    }

    @Test
    void what_a_sequence_emits_is_made_small() {
        Program large = LongStream.range(1, 1000)
                .mapToObj(Program::of)
                .filter(program -> emitsInFinally(program) && program.length() > 1500)
                .findFirst()
                .orElseThrow();

        Program small = new Shrinker(candidates -> firstOf(candidates, ShrinkerTest::emitsInFinally)).shrink(large);

        assertThat(small.body().source(0)).hasLineCount(1);
        assertThat(small.values().source(0).lines().count())
                .as(small.values().source(0))
                .isLessThan(12);
    }

    private static boolean emitsInFinally(Program program) {
        return program.values()
                .descendants()
                .anyMatch(
                        part -> says(part, "} finally") && part.descendants().anyMatch(inner -> says(inner, "emit(")));
    }

    private static boolean says(Tree part, String words) {
        return part.parts().stream().anyMatch(piece -> piece instanceof String text && text.contains(words));
    }

    private static OptionalInt firstOf(List<Program> candidates, Predicate<Program> wanted) {
        return IntStream.range(0, candidates.size())
                .filter(index -> wanted.test(candidates.get(index)))
                .findFirst();
    }

    /** As if the compiler confused an addition in place and something around it. */
    private record Confusion(String around) {
        boolean shows(Program program) {
            return program.body()
                    .descendants()
                    .anyMatch(part -> says(part, around)
                            && part.descendants()
                                    .anyMatch(inner -> inner.parts().contains(" += ")));
        }

        OptionalInt first(List<Program> candidates) {
            return firstOf(candidates, this::shows);
        }
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
