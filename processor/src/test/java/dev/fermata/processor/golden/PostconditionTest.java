package dev.fermata.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Verifier;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each pass promises holds for every method of the fixtures and of the oracle's cases. */
class PostconditionTest {
    private static final List<Passes> METHODS = new ArrayList<>();

    @BeforeAll
    static void compile() throws IOException {
        Fixtures.folders().forEach(folder -> METHODS.addAll(Fixtures.passes(folder)));
        METHODS.addAll(Fixtures.oracle());
        assertThat(METHODS).hasSizeGreaterThan(300);
    }

    @Test
    void after_desugar_none_of_the_forms_that_it_rewrites_is_left() {
        for (Passes passes : METHODS) {
            assertThat(Tree.nodes(passes.desugared().body()))
                    .as(passes.read().header())
                    .doesNotHaveAnyElementsOfTypes(
                            Stmt.Loop.class,
                            Stmt.ForEach.class,
                            Stmt.Try.class,
                            Stmt.Resource.class,
                            Stmt.Catch.class,
                            Stmt.Continue.class,
                            Stmt.Switch.class,
                            Stmt.Case.class,
                            Stmt.Yield.class,
                            Stmt.Assert.class,
                            Expr.Switch.class,
                            Expr.ShortCircuit.class,
                            Expr.Conditional.class,
                            Expr.Compound.class);
        }
    }

    @Test
    void after_desugar_every_jump_goes_to_a_labelled_statement() {
        for (Passes passes : METHODS) {
            List<Object> nodes = Tree.nodes(passes.desugared().body());
            List<Label> labels = new ArrayList<>();
            for (Object node : nodes) {
                if (node instanceof Stmt.Labeled labeled) {
                    labels.add(labeled.label());
                } else if (node instanceof Stmt.Arm arm) {
                    labels.add(arm.label());
                }
            }
            for (Object node : nodes) {
                if (node instanceof Stmt.Break jump) {
                    assertThat(labels).as(passes.read().header()).contains(jump.label());
                } else if (node instanceof Stmt.Detour detour) {
                    assertThat(labels).as(passes.read().header()).contains(detour.label());
                }
            }
        }
    }

    @Test
    void after_spill_every_expression_is_plain_and_an_await_is_a_statement() {
        for (Passes passes : METHODS) {
            List<Object> nodes = Tree.nodes(passes.spilled().body());
            assertThat(nodes).as(passes.read().header()).doesNotHaveAnyElementsOfTypes(Part.Operand.class);
            assertThat(nodes.stream().filter(Expr.class::isInstance))
                    .as(passes.read().header())
                    .allMatch(Expr.Plain.class::isInstance);
        }
    }

    @Test
    void spill_keeps_every_await() {
        for (Passes passes : METHODS) {
            assertThat(count(passes.spilled().body(), Stmt.Await.class))
                    .as(passes.read().header())
                    .isEqualTo(count(passes.desugared().body(), Expr.Await.class));
        }
    }

    @Test
    void a_graph_is_accepted_by_the_verifier_and_its_steps_are_of_four_kinds() {
        for (Passes passes : METHODS) {
            Verifier.check(passes.graph());
            for (Block block : passes.graph().blocks()) {
                assertThat(block.steps())
                        .hasOnlyElementsOfTypes(
                                Stmt.Plain.class, Stmt.Declare.class, Stmt.Evaluate.class, Stmt.Enter.class);
            }
        }
    }

    @Test
    void liveness_tells_of_every_await_and_of_nothing_else() {
        for (Passes passes : METHODS) {
            assertThat(passes.saved().atResumption().keySet())
                    .isEqualTo(passes.graph().blocks().stream()
                            .map(Block::exit)
                            .filter(Exit.Suspend.class::isInstance)
                            .map(exit -> ((Exit.Suspend) exit).resume())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void every_line_of_the_generated_source_stands_for_one_of_the_method_or_for_none() {
        for (Passes passes : METHODS) {
            int[] lines = passes.machine().lines();
            assertThat(lines).hasSize(passes.machine().source().split("\n", -1).length);
            for (int line : lines) {
                assertThat(line == 0
                                || line >= passes.read().line()
                                        && line <= passes.read().endLine())
                        .as(passes.read().header() + " line " + line)
                        .isTrue();
            }
        }
    }

    private static long count(Stmt body, Class<?> form) {
        return Tree.nodes(body).stream().filter(form::isInstance).count();
    }
}
