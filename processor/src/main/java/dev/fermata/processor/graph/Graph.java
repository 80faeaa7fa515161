package dev.fermata.processor.graph;

import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Label;
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

    public Block start() {
        return blocks.get(0);
    }
}
