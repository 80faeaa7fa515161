package dev.fermata.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import dev.fermata.processor.oracle.world.Schedule.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The harness itself, without the processor: the tested side is plain Java too, but its await parks the body's thread, so that
 * schedules really suspend.
 */
class HarnessTest {
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

    @Test
    void every_case_compiles_and_is_held_at_each_of_its_awaits_when_they_suspend() throws Exception {
        for (Case one : CASES) {
            assertThat(oracle.rejection(one)).as(one.className()).isEmpty();
            Run expected = oracle.run(one, Schedule.of(Timing.READY, 0));
            assertThat(expected.awaitables()).as(one.className()).isPositive();
            Run held = threaded.run(one, Schedule.of(Timing.SUSPENDED, 0));
            assertThat(held).as(one.className()).matches(expected::looksLike, "looks like " + expected);
            assertThat(held.held()).as(one.className()).isEqualTo(expected.held());
        }
    }

    @Test
    void a_body_that_evaluates_in_another_order_is_told_apart() throws Exception {
        assertThatThrownBy(() ->
                        compareWith("first() + await(world.later(\"b\", 2))", "await(world.later(\"b\", 2)) + first()"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("differs from plain Java, under READY");
    }

    @Test
    void a_handler_that_is_missed_only_after_a_suspension_is_told_apart() throws Exception {
        compareWith("first() + await(world.later(\"b\", 2))", "first() + await(world.later(\"b\", 2))");
        assertThatThrownBy(() -> compareWith(
                        "await(world.later(\"b\", 2))",
                        "world.later(\"b\", 2).isDone() ? 2 : await(world.later(\"b\", 2))"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("under SUSPENDED");
    }

    @Test
    void a_case_that_does_not_compile_costs_no_other_its_test() throws IOException {
        Case good = caseOf("Good", "1 + await(world.later(\"b\", 2))");
        Case bad = caseOf("Bad", "1 + await(world.later(\"b\"))");
        CompiledSide side = CompiledSide.blocking(List.of(bad, good), work.resolve("bad"));
        assertThat(side.rejection(good)).isEmpty();
        assertThat(side.rejection(bad)).contains("Bad.java");
    }

    private static void compareWith(String expected, String actual) throws Exception {
        Path folder = work.resolve("difference" + System.nanoTime());
        Case one = caseOf("One", expected);
        new Comparison(
                        CompiledSide.blocking(List.of(one), folder.resolve("blocking")),
                        CompiledSide.threaded(List.of(caseOf("One", actual)), folder.resolve("threaded")),
                        one)
                .run();
    }

    private static Case caseOf(String name, String expression) {
        return new Case("oracle.harness." + name, name, """
                package oracle.harness;

                import static dev.fermata.Fermata.*;

                import dev.fermata.*;
                import oracle.World;

                public final class %s {
                    private int count;

                    @Async
                    public Task<Object> body(World world) {
                        count = 0;
                        world.trace("start");
                        int result = %s;
                        return done(result + count);
                    }

                    private int first() {
                        return count++ * 10;
                    }
                }
                """.formatted(
                        name, expression.replace("first()", "world.see(\"first\", first())")));
    }
}
