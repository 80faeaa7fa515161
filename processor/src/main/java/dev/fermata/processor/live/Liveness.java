package dev.fermata.processor.live;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Jumps;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which locals may still be read when a block begins: the classical backward analysis (Aho, Lam, Sethi, Ullman: Compilers,
 * 9.2.5), with an edge from every point of a region to its handler.
 *
 * <p>After: {@link Saved}. An await saves what is live where it resumes and may have been assigned, less the
 * value that arrives there.
 */
public final class Liveness {
    private final Graph graph;
    private final Map<Block, List<Point>> points = new HashMap<>();
    private final Map<Block, Set<Local>> liveAtBegin = new HashMap<>();

    private Liveness(Graph graph) {
        this.graph = graph;
        for (Block block : graph.blocks()) {
            liveAtBegin.put(block, new LinkedHashSet<>());
            points.put(block, points(block));
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

    /** One step of a block, as the analysis sees it. */
    record Point(Accesses accesses, List<Edge> jumps) {}

    /** @param assigned on the way */
    record Edge(Block target, Set<Local> assigned) {}

    private List<Point> points(Block block) {
        List<Point> points = new ArrayList<>();
        for (Stmt step : block.steps()) {
            List<Edge> jumps = Jumps.from(step).stream().map(this::edge).toList();
            points.add(new Point(Accesses.of(step), jumps));
        }
        points.add(new Point(Accesses.of(block.exit()), List.of()));
        return points;
    }

    private Edge edge(Jumps.Jump jump) {
        Set<Local> assigned = new LinkedHashSet<>();
        jump.before().forEach(stmt -> assigned.addAll(Accesses.of(stmt).assignedFirst()));
        return new Edge(requireNonNull(graph.labels().get(jump.label())), assigned);
    }

    private boolean update(Block block) {
        Set<Local> live = new LinkedHashSet<>();
        block.exit().targets().forEach(target -> live.addAll(begin(target)));
        List<Point> points = requireNonNull(this.points.get(block));
        for (int i = points.size() - 1; i >= 0; i--) {
            points.get(i).accesses().transfer(live);
            for (Edge jump : points.get(i).jumps()) {
                Set<Local> there = new LinkedHashSet<>(begin(jump.target()));
                there.removeAll(jump.assigned());
                live.addAll(there);
            }
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
        Assigned assigned = Assigned.in(graph, points, liveAtBegin);
        Map<Local, Integer> order = new HashMap<>();
        graph.method().locals().forEach(local -> order.putIfAbsent(local, order.size()));
        Comparator<Local> inOrder = Comparator.comparing(local -> order.getOrDefault(local, Integer.MAX_VALUE));
        Map<Block, Set<Local>> saves = new LinkedHashMap<>();
        for (Block block : graph.blocks()) {
            if (block.exit() instanceof Exit.Suspend suspend) {
                Set<Local> mayBeAssigned = assigned.atEnd(block);
                Set<Local> live = begin(suspend.resume()).stream()
                        .filter(local -> mayBeAssigned.contains(local) && local.constant() == null)
                        .sorted(inOrder)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                saves.put(suspend.resume(), live);
            }
        }
        return new Saved(saves, shared(), liveAtBegin);
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
            shared.addAll(PatternScopes.left(block));
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

    private Set<Local> named(Block block) {
        Set<Local> named = new LinkedHashSet<>();
        Block.Received received = block.received();
        if (received != null && received.target() != null) {
            named.add(received.target());
        }
        requireNonNull(points.get(block))
                .forEach(point -> named.addAll(point.accesses().all()));
        return named;
    }

    private Set<Local> begin(Block block) {
        return requireNonNull(liveAtBegin.get(block));
    }
}
