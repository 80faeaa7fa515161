package dev.fermata.processor.emit;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.Stmt;
import java.util.HashSet;
import java.util.Set;

/** The blocks that run only when the frame has been made: every way to them opens a scope, which the frame enters. */
final class MadeFrames {
    private MadeFrames() {}

    static Set<Block> in(Graph graph) {
        Set<Block> made = new HashSet<>(graph.blocks());
        made.remove(graph.start());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : graph.blocks()) {
                boolean before = made.contains(block);
                if (!before && !enters(block)) {
                    changed |= made.removeAll(graph.successors(block));
                } else if (!before && block.region() != null) { // it may fail before the scope is entered
                    changed |= made.remove(block.region().handler());
                }
            }
        }
        return made;
    }

    /** Whether a block makes the frame itself. */
    static boolean enters(Block block) {
        return block.steps().stream().anyMatch(Stmt.Enter.class::isInstance);
    }
}
