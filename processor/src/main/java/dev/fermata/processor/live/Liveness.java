package dev.fermata.processor.live;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Jumps;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which locals may still be read when a block begins: the classical backward analysis (Aho, Lam, Sethi, Ullman: Compilers,
 * 9.2.5), with an edge from every point of a region to its handler.
 *
 * <p>After: {@link Saved}. An await saves what is live where it resumes, less the value that arrives there.
 */
public final class Liveness {
    private final Graph graph;
    private final Map<Block, Set<Local>> liveAtBegin = new HashMap<>();

    private Liveness(Graph graph) {
        this.graph = graph;
        for (Block block : graph.blocks()) {
            liveAtBegin.put(block, new LinkedHashSet<>());
        }
    }

    public static Saved analyse(Graph graph) {
        Liveness liveness = new Liveness(graph);
        boolean changed;
        do {
            changed = false;
            for (int i = graph.blocks().size() - 1; i >= 0; i--) {
                changed |= liveness.update(graph.blocks().get(i));
            }
        } while (changed);
        return liveness.saved();
    }

    private boolean update(Block block) {
        Set<Local> live = new LinkedHashSet<>();
        block.exit().targets().forEach(target -> live.addAll(begin(target)));
        Accesses.of(block.exit()).transfer(live);
        for (int i = block.steps().size() - 1; i >= 0; i--) {
            Stmt step = block.steps().get(i);
            Accesses.of(step).transfer(live);
            Jumps.in(step)
                    .forEach(label ->
                            live.addAll(begin(requireNonNull(graph.labels().get(label)))));
        }
        Block.Received received = block.received();
        if (received != null && received.target() != null) {
            live.remove(received.target());
        }
        Region region = block.region();
        if (region != null) {
            Set<Local> handled = new LinkedHashSet<>(begin(region.handler()));
            handled.remove(region.failure());
            live.addAll(handled);
        }
        return begin(block).addAll(live);
    }

    private Saved saved() {
        Map<Block, Set<Local>> saves = new HashMap<>();
        for (Block block : graph.blocks()) {
            if (block.exit() instanceof Exit.Suspend suspend) {
                Set<Local> live = new LinkedHashSet<>();
                for (Local local : graph.method().locals()) {
                    if (begin(suspend.resume()).contains(local)) {
                        live.add(local);
                    }
                }
                live.addAll(begin(suspend.resume()));
                live.removeIf(local -> local.constant() != null);
                saves.put(suspend.resume(), live);
            }
        }
        return new Saved(saves, shared());
    }

    /** The locals that more than one block names: only these must be declared for all of them. */
    private Set<Local> shared() {
        Set<Local> seen = new LinkedHashSet<>();
        Set<Local> shared = new LinkedHashSet<>();
        for (Block block : graph.blocks()) {
            for (Local local : named(block)) {
                if (!seen.add(local)) {
                    shared.add(local);
                }
            }
        }
        Set<Region> regions = new LinkedHashSet<>();
        for (Block block : graph.blocks()) {
            for (Region region = block.region(); region != null; region = region.outer()) {
                if (regions.add(region)) {
                    shared.add(region.failure());
                }
            }
        }
        return shared;
    }

    private static Set<Local> named(Block block) {
        Set<Local> named = new LinkedHashSet<>();
        Block.Received received = block.received();
        if (received != null && received.target() != null) {
            named.add(received.target());
        }
        block.steps().forEach(step -> named.addAll(Accesses.of(step).all()));
        named.addAll(Accesses.of(block.exit()).all());
        return named;
    }

    private Set<Local> begin(Block block) {
        return requireNonNull(liveAtBegin.get(block));
    }
}
