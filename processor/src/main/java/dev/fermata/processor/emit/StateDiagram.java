package dev.fermata.processor.emit;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Jumps;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.CodeText;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.ir.Wait;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What {@code -Afermata.graph=mermaid} puts into the header: the states and the ways between them, in the notation of
 * <a href="https://mermaid.js.org/syntax/stateDiagram.html">Mermaid's state diagrams</a>. A block that is no state belongs
 * to the state that runs into it.
 */
final class StateDiagram {
    private static final String END = "[*]";

    private final Graph graph;
    private final Layout layout;
    private final Names names;
    private final Set<String> edges = new LinkedHashSet<>();

    StateDiagram(Graph graph, Layout layout, Names names) {
        this.graph = graph;
        this.layout = layout;
        this.names = names;
    }

    String text() {
        edges.add(END + " --> " + names.of(graph.start()));
        layout.states().forEach(this::state);
        return "stateDiagram-v2\n    " + String.join("\n    ", edges);
    }

    private void state(Block state) {
        Deque<Block> left = new ArrayDeque<>(Set.of(state));
        Set<Block> seen = new HashSet<>(left);
        String from = names.of(state);
        while (!left.isEmpty()) {
            Block block = left.remove();
            for (Stmt step : block.steps()) {
                for (Label label : Jumps.in(step)) {
                    edges.add(from + " --> "
                            + names.of(requireNonNull(graph.labels().get(label))));
                }
            }
            for (Block target : block.exit().targets()) {
                if (layout.isState(target)) {
                    edges.add(from + " --> " + names.of(target) + label(block.exit()));
                } else if (seen.add(target)) {
                    left.add(target);
                }
            }
            if (block.exit() instanceof Exit.Return) {
                edges.add(from + " --> " + END);
            }
        }
        Region region = state.region();
        if (region != null) {
            edges.add(from + " --> " + names.of(region.handler()) + " : failure");
        }
    }

    private static String label(Exit exit) {
        if (!(exit instanceof Exit.Suspend suspend)) {
            return "";
        }
        return (suspend.kind() == Wait.EMIT ? " : emit " : " : await ") + escaped(CodeText.of(suspend.task()));
    }

    /** A label is one line; a colon or semicolon would end it. */
    private static String escaped(String code) {
        return code.replaceAll("\\s*\\R\\s*", " ")
                .replace("#", "#35;")
                .replaceAll("(?<!#35);", "#59;")
                .replace(":", "#58;");
    }
}
