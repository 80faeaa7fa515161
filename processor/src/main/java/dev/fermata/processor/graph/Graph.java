package dev.fermata.processor.graph;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The control flow of one method.
 *
 * @param blocks the reachable ones, in the order of the source; the first is where the method begins
 * @param labels where a {@code Break} or {@code Detour} in the code of a block goes
 */
public record Graph(AsyncMethod method, List<Block> blocks, Map<Label, Block> labels) {
    public Graph {
        blocks = List.copyOf(blocks);
        labels = Map.copyOf(labels);
    }

    /** The same blocks, as those of a method that has been described anew. */
    public Graph withMethod(AsyncMethod described) {
        return new Graph(described, blocks, labels);
    }

    public Block start() {
        return blocks.get(0);
    }

    /** The blocks that may run next: by the block's exit, by a jump in its code, or as the handler of its failure. */
    public List<Block> successors(Block block) {
        List<Block> result = new ArrayList<>(block.exit().targets());
        for (Stmt step : block.steps()) {
            Jumps.in(step).forEach(label -> result.add(requireNonNull(labels.get(label))));
        }
        if (block.region() != null) {
            result.add(block.region().handler());
        }
        return result;
    }
}
