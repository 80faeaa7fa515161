package dev.fermata.processor.emit;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Jumps;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks are states. A block is one if the switch must find it: the first, one that follows an await, a handler, the
 * target of a jump, and one that falls into another region (so that {@code state} tells the handler).
 */
final class Layout {
    private final Map<Block, Block> next = new HashMap<>();
    private final Set<Block> states = new LinkedHashSet<>();

    /** @param lasts blocks that end a method: none is printed after them */
    Layout(Graph graph, Set<Block> lasts) {
        List<Block> blocks = graph.blocks();
        for (int i = 1; i < blocks.size(); i++) {
            if (!lasts.contains(blocks.get(i - 1))) {
                next.put(blocks.get(i - 1), blocks.get(i));
            }
        }
        Set<Block> found = new HashSet<>(Set.of(graph.start()));
        Map<Label, Block> labels = graph.labels();
        for (Block block : blocks) {
            if (block.received() != null) {
                found.add(block);
            }
            for (Stmt step : block.steps()) {
                Jumps.in(step).forEach(label -> found.add(requireNonNull(labels.get(label))));
            }
            for (Region region = block.region(); region != null; region = region.outer()) {
                found.add(region.handler());
            }
            if (block.exit() instanceof Exit.Branch branch && branch.whenTrue() == branch.whenFalse()) {
                found.add(branch.whenTrue());
            }
            for (Block target : block.exit().targets()) {
                if (target != next(block) || target.region() != block.region()) {
                    found.add(target);
                }
            }
        }
        blocks.stream().filter(found::contains).forEach(states::add);
    }

    /** In the order of the source. */
    Set<Block> states() {
        return states;
    }

    boolean isState(Block block) {
        return states.contains(block);
    }

    /** The block printed after this one. */
    @Nullable Block next(Block block) {
        return next.get(block);
    }
}
