package dev.fermata.processor.live;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.Local;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code live} has found, as text: the golden form of this pass. Blocks are numbered in their order, as in the graph's. */
public final class SavedText {
    private SavedText() {}

    /** Each resumption with what is saved there, then what several blocks name. */
    public static String of(Graph graph, Saved saved) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = graph.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (saved.atResumption().containsKey(blocks.get(i))) {
                text.append(i).append(':').append(blocks.get(i)).append(" saves ");
                text.append(names(saved.at(blocks.get(i)))).append('\n');
            }
        }
        return text.append("shared: ")
                .append(names(saved.shared()))
                .append('\n')
                .toString();
    }

    private static String names(Set<Local> locals) {
        return locals.isEmpty()
                ? "nothing"
                : locals.stream().map(SavedText::name).collect(Collectors.joining(", "));
    }

    private static String name(Local local) {
        return local.kind() == Local.Kind.TEMPORARY ? "%" + local.name() : local.name();
    }
}
