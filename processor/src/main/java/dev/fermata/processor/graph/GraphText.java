package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.CodeText;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.ir.Wait;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The graph as text: the golden form of this pass. Blocks are numbered in their order. */
public final class GraphText {
    private final Map<Block, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private GraphText(Graph graph) {
        for (Block block : graph.blocks()) {
            names.put(block, names.size() + ":" + block.hint());
        }
        graph.blocks().forEach(this::block);
    }

    public static String of(Graph graph) {
        return new GraphText(graph).text.toString();
    }

    private void block(Block block) {
        text.append(names.get(block));
        for (Region region = block.region(); region != null; region = region.outer()) {
            text.append(" (")
                    .append(region.failure())
                    .append(" -> ")
                    .append(names.get(region.handler()))
                    .append(')');
        }
        text.append('\n');
        Block.Received received = block.received();
        if (received != null) {
            line("receive " + received.type() + (received.target() == null ? "" : " " + received.target()));
        }
        block.steps().forEach(step -> line(step(step)));
        line(exit(block.exit()));
    }

    private void line(String line) {
        text.append("    ").append(line).append('\n');
    }

    private static String step(Stmt step) {
        if (step instanceof Stmt.Declare declare) {
            String value = declare.value() == null ? "" : " = " + code(declare.value());
            return "declare " + declare.local().type() + " " + declare.local() + value;
        } else if (step instanceof Stmt.Evaluate evaluate) {
            return code(evaluate.expr());
        } else if (step instanceof Stmt.Enter enter) {
            return "enter " + enter.scope();
        }
        return CodeText.of(((Stmt.Plain) step).code());
    }

    private String exit(Exit exit) {
        if (exit instanceof Exit.Goto jump) {
            return "goto " + names.get(jump.target());
        } else if (exit instanceof Exit.Branch branch) {
            return "if " + CodeText.of(branch.condition()) + " goto " + names.get(branch.whenTrue()) + " else "
                    + names.get(branch.whenFalse());
        } else if (exit instanceof Exit.Suspend suspend) {
            return (suspend.kind() == Wait.EMIT ? "emit " : "await ") + (suspend.inHandler() ? "in handler " : "")
                    + CodeText.of(suspend.task()) + " then "
                    + names.get(suspend.resume());
        } else if (exit instanceof Exit.Return returned) {
            return "return" + (returned.task() ? " task" : "") + text(returned.value());
        } else if (exit instanceof Exit.Throw failure) {
            return "throw " + CodeText.of(failure.failure());
        }
        return "unreachable";
    }

    private static String text(@Nullable Code code) {
        return code == null ? "" : " " + CodeText.of(code);
    }

    private static String code(Expr expr) {
        return CodeText.of(((Expr.Plain) expr).code());
    }
}
