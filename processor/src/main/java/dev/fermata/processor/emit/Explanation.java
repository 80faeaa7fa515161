package dev.fermata.processor.emit;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.CodeText;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Wait;
import dev.fermata.processor.live.Readers;
import dev.fermata.processor.live.Saved;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code -Afermata.explain=true} prints: the states of a machine, and what each await keeps and which line needs it. */
final class Explanation {
    private final Graph graph;
    private final Layout layout;
    private final Names names;
    private final Saved saved;
    private final Variables variables;
    private final Readers readers;

    Explanation(Graph graph, Layout layout, Names names, Saved saved, Variables variables) {
        this.graph = graph;
        this.layout = layout;
        this.names = names;
        this.saved = saved;
        this.variables = variables;
        this.readers = new Readers(graph);
    }

    String text() {
        List<Exit.Suspend> awaits = graph.blocks().stream()
                .filter(block -> block.exit() instanceof Exit.Suspend)
                .map(block -> (Exit.Suspend) block.exit())
                .toList();
        String head = "'%s' has %s and %s, in %s"
                .formatted(
                        graph.method().element().getSimpleName(),
                        count(layout.states().size(), "state"),
                        count(awaits.size(), "await"),
                        graph.method().frame().simpleName());
        return awaits.stream().map(this::await).collect(Collectors.joining("", head, ""));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String await(Exit.Suspend suspend) {
        String kept = saved.at(suspend.resume()).stream()
                .filter(variables::isSaveable)
                .map(local -> names.of(local) + why(suspend.resume(), local))
                .collect(Collectors.joining(", "));
        String what = suspend.kind() == Wait.EMIT ? "has emitted" : "waits for";
        return "\n  line %d, %s: %s %s; keeps %s"
                .formatted(
                        suspend.line(),
                        names.of(suspend.resume()),
                        what,
                        CodeText.of(suspend.task()).replaceAll("\\s*\\R\\s*", " "),
                        kept.isEmpty() ? "nothing" : kept);
    }

    private String why(Block resumption, Local local) {
        var line = readers.next(resumption, local);
        return line.isPresent() ? " (for line " + line.getAsInt() + ")" : "";
    }
}
