package dev.fermata.processor.live;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Jumps;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where locals die that live in fields, so that a field never outlasts what was in it: at the end of the block that uses a
 * local last, or at the begin of one that is entered from where it was live still.
 */
public final class Deaths {
    private final Graph graph;
    private final Saved saved;
    private final Map<Block, Set<Local>> held = new HashMap<>();
    private final Map<Block, Set<Local>> entered = new HashMap<>();

    public Deaths(Graph graph, Saved saved) {
        this.graph = graph;
        this.saved = saved;
        graph.blocks().forEach(block -> held.put(block, held(block)));
        graph.blocks().forEach(this::leave);
    }

    /** What dies on the way into {@code block}, other than by an await. */
    public Set<Local> atBegin(Block block) {
        Set<Local> dead = new LinkedHashSet<>(entered.getOrDefault(block, Set.of()));
        dead.removeAll(saved.liveAt(block));
        return dead;
    }

    /** What is dead while {@code block} waits at its end, and was not dead before. */
    public Set<Local> atAwait(Block block, Exit.Suspend suspend) {
        Set<Local> dead = new LinkedHashSet<>(requireNonNull(held.get(block)));
        dead.removeAll(saved.at(suspend.resume()));
        return dead;
    }

    /** What a block may leave in fields, at whatever point it is left. */
    private Set<Local> held(Block block) {
        Set<Local> held = new LinkedHashSet<>(saved.liveAt(block));
        Block.Received received = block.received();
        if (received != null && received.target() != null) {
            held.add(received.target());
        }
        block.steps().forEach(step -> held.addAll(Accesses.of(step).all()));
        held.addAll(Accesses.of(block.exit()).all());
        return held;
    }

    private void leave(Block block) {
        for (Stmt step : block.steps()) {
            for (Label label : Jumps.in(step)) {
                enter(requireNonNull(graph.labels().get(label)), block);
            }
        }
        if (!(block.exit() instanceof Exit.Suspend)) {
            block.exit().targets().forEach(target -> enter(target, block));
        }
        Region region = block.region();
        if (region != null) {
            enter(region.handler(), block);
            requireNonNull(entered.get(region.handler())).add(region.failure());
        }
    }

    private void enter(Block target, Block from) {
        entered.computeIfAbsent(target, first -> new LinkedHashSet<>()).addAll(requireNonNull(held.get(from)));
    }
}
