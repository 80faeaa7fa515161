package dev.fermata.processor.live;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.Local;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which locals may have been assigned when a block ends: a forward analysis. Before that, what a local holds is what it
 * was made with, and there is nothing to save: the value of a {@code return}, say, which waits for a {@code finally}.
 */
final class Assigned {
    private final Map<Block, List<Liveness.Point>> points;
    private final Map<Block, Set<Local>> live;
    private final Map<Block, Set<Local>> atBegin = new HashMap<>();
    private final Map<Block, Set<Local>> atEnd = new HashMap<>();
    private boolean changed;

    private Assigned(Graph graph, Map<Block, List<Liveness.Point>> points, Map<Block, Set<Local>> live) {
        this.points = points;
        this.live = live;
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

    /** @param live at the begin of each block: of nothing else is kept account, as each read behind it sees a later assignment */
    static Assigned in(Graph graph, Map<Block, List<Liveness.Point>> points, Map<Block, Set<Local>> live) {
        Assigned assigned = new Assigned(graph, points, live);
        do {
            assigned.changed = false;
            graph.blocks().forEach(assigned::update);
        } while (assigned.changed);
        return assigned;
    }

    /** What may have been assigned when the block ends, whichever way, of that which is read behind it. */
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
        for (Liveness.Point point : requireNonNull(points.get(block))) {
            changed |= end.addAll(point.accesses().all());
            point.jumps().forEach(jump -> enter(jump.target(), end));
        }
        block.exit().targets().forEach(target -> enter(target, end));
        Region region = block.region();
        if (region != null) {
            enter(region.handler(), end);
            enter(region.handler(), Set.of(region.failure()));
        }
    }

    private void enter(Block block, Set<Local> assigned) {
        Set<Local> begin = requireNonNull(atBegin.get(block));
        for (Local local : requireNonNull(live.get(block))) {
            changed |= assigned.contains(local) && begin.add(local);
        }
    }
}
