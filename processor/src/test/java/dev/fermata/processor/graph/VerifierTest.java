package dev.fermata.processor.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.ir.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A graph that a bug of ours has broken is told, and not compiled. */
class VerifierTest {
    private static final Code CODE = Code.of(1, new Part.Text("task()"));

    private final Block end = block("end", null, new Exit.Return(null, false, 1));

    @Test
    void a_right_graph_is_accepted() {
        Block resumed = resumption(new Exit.Goto(end));
        Verifier.check(graph(block("start", null, new Exit.Suspend(CODE, resumed, false, 1, Wait.TASK)), resumed, end));
    }

    @Test
    void a_block_that_is_not_in_the_graph_is_no_target() {
        rejected("not in the graph", block("start", null, new Exit.Goto(end)));
    }

    @Test
    void two_awaits_do_not_share_a_resumption() {
        Block resumed = resumption(new Exit.Goto(end));
        Block first = block("first", null, new Exit.Suspend(CODE, resumed, false, 1, Wait.TASK));
        Block second = block("second", null, new Exit.Suspend(CODE, resumed, false, 1, Wait.TASK));
        Block start = block("start", null, new Exit.Branch(CODE, first, second));
        rejected("shares its resumption", start, first, second, resumed, end);
    }

    @Test
    void an_await_does_not_resume_in_another_region() {
        Block handler = block("handler", null, new Exit.Goto(end));
        Block resumed = resumption(new Exit.Goto(end));
        Block start = block(
                "start", new Region(null, handler, failure()), new Exit.Suspend(CODE, resumed, false, 1, Wait.TASK));
        rejected("resumes in another region", start, resumed, handler, end);
    }

    @Test
    void only_an_await_leads_to_a_resumption() {
        Block resumed = resumption(new Exit.Goto(end));
        rejected("enters the resumption", block("start", null, new Exit.Goto(resumed)), resumed, end);
    }

    @Test
    void a_value_is_received_from_an_await_only() {
        Block resumed = resumption(new Exit.Goto(end));
        rejected("receives a value that no await gives", block("start", null, new Exit.Goto(end)), resumed, end);
    }

    @Test
    void a_region_is_entered_at_one_block() {
        Block handler = block("handler", null, new Exit.Goto(end));
        Region region = new Region(null, handler, failure());
        Block one = block("one", region, new Exit.Goto(end));
        Block other = block("other", region, new Exit.Goto(end));
        rejected(
                "enters a region other than at its begin",
                block("start", null, new Exit.Branch(CODE, one, other)),
                one,
                other,
                handler,
                end);
    }

    @Test
    void a_handler_is_not_in_its_own_region() {
        Region region = new Region(null, end, failure());
        Block handler = block("handler", region, new Exit.Goto(end));
        region.handler = handler;
        rejected("is handled inside its own region", block("start", region, new Exit.Goto(end)), handler, end);
    }

    @Test
    void a_handler_is_in_the_graph() {
        Region region = new Region(null, block("gone", null, new Exit.Goto(end)), failure());
        rejected("has a handler that is not in the graph", block("start", region, new Exit.Goto(end)), end);
    }

    @Test
    void nothing_comes_after_a_step_that_does_not_complete() {
        Block start = block("start", null, new Exit.Goto(end));
        start.steps.add(new Stmt.Plain(Code.of(1, new Part.Text("throw failure;")), false));
        rejected("goes on after", start, end);
    }

    @Test
    void a_jump_within_code_goes_to_a_label_that_is_there() {
        Block start = block("start", null, new Exit.Goto(end));
        start.steps.add(new Stmt.Plain(Code.of(1, new Part.Exit(new Stmt.Break(new Label("gone"), 1))), true));
        rejected("jumps to a label that is gone", start, end);
    }

    private static void rejected(String problem, Block... blocks) {
        Graph graph = graph(blocks);
        assertThatThrownBy(() -> Verifier.check(graph))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(problem);
    }

    private static Graph graph(Block... blocks) {
        return new Graph(null, List.of(blocks), Map.of());
    }

    private static Block block(String hint, Region region, Exit exit) {
        Block block = new Block(hint, region, 1);
        block.exit = exit;
        return block;
    }

    private static Block resumption(Exit exit) {
        Block block = block("resumed", null, exit);
        block.received = new Block.Received(null, TypeName.INT.box(), 1);
        return block;
    }

    private static Local failure() {
        return Local.temporary("failure", TypeName.INT.box());
    }
}
