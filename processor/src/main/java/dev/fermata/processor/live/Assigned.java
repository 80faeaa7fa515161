package dev.fermata.processor.live;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Jumps;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which locals may have been assigned when a block ends: a forward analysis. Before that, what a local holds is what it
 * was made with, and there is nothing to save: the value of a {@code return}, say, which waits for a {@code finally}.
 */
final class Assigned {
    private final Graph graph;
    private final Map<Block, Set<Local>> atBegin = new HashMap<>();
    private final Map<Block, Set<Local>> atEnd = new HashMap<>();
    private boolean changed;

    private Assigned(Graph graph) {
        this.graph = graph;
        graph.blocks().forEach(block -> {
            atBegin.put(block, new HashSet<>());
            atEnd.put(block, new HashSet<>());
        });
        Set<Local> passed = requireNonNull(atBegin.get(graph.start()));
        passed.addAll(graph.method().parameters());
        if (graph.method().self() != null) {
            passed.add(graph.method().self());
        }
    }

    static Assigned in(Graph graph) {
        Assigned assigned = new Assigned(graph);
        do {
            assigned.changed = false;
            graph.blocks().forEach(assigned::update);
        } while (assigned.changed);
        return assigned;
    }

    /** What may have been assigned when the block ends, whichever way. */
    Set<Local> atEnd(Block block) {
        return requireNonNull(atEnd.get(block));
    }

    private void update(Block block) {
        Set<Local> end = atEnd(block);
        changed |= end.addAll(requireNonNull(atBegin.get(block)));
        Block.Received received = block.received();
        if (received != null && received.target() != null) {
            changed |= end.add(received.target());
        }
        for (Stmt step : block.steps()) {
            changed |= end.addAll(Accesses.of(step).all());
            for (Label label : Jumps.in(step)) {
                enter(requireNonNull(graph.labels().get(label)), end);
            }
        }
        changed |= end.addAll(Accesses.of(block.exit()).all());
        block.exit().targets().forEach(target -> enter(target, end));
        Region region = block.region();
        if (region != null) {
            enter(region.handler(), end);
            enter(region.handler(), Set.of(region.failure()));
        }
    }

    private void enter(Block block, Set<Local> assigned) {
        changed |= requireNonNull(atBegin.get(block)).addAll(assigned);
    }
}
