package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drops blocks that nothing reaches, skips blocks that are empty, and joins blocks that only follow each other. */
final class Simplify {
    private final Map<Label, Block> labels;
    private List<Block> blocks;

    private Simplify(Graph graph) {
        this.blocks = graph.blocks();
        this.labels = new HashMap<>(graph.labels());
    }

    static Graph apply(Graph graph) {
        Simplify simplify = new Simplify(graph);
        simplify.skipEmpty();
        simplify.keepReachable(end(graph.start()));
        simplify.join();
        return new Graph(graph.method(), simplify.blocks, simplify.labels);
    }

    private void skipEmpty() {
        for (Block block : blocks) {
            block.exit = redirected(block.exit);
            for (Region region = block.region(); region != null; region = region.outer()) {
                region.handler = end(region.handler);
            }
        }
        labels.replaceAll((label, block) -> end(block));
    }

    private static Exit redirected(Exit exit) {
        if (exit instanceof Exit.Goto jump) {
            return new Exit.Goto(end(jump.target()));
        } else if (exit instanceof Exit.Branch branch) {
            return new Exit.Branch(branch.condition(), end(branch.whenTrue()), end(branch.whenFalse()));
        }
        return exit;
    }

    /** The first block on the way that does something. */
    private static Block end(Block from) {
        Set<Block> seen = new HashSet<>();
        Block block = from;
        while (block.steps.isEmpty()
                && block.received == null
                && block.exit instanceof Exit.Goto jump
                && seen.add(block)) {
            block = jump.target();
        }
        return block;
    }

    private void keepReachable(Block start) {
        Set<Block> reached = new HashSet<>();
        Deque<Block> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty()) {
            Block block = left.pop();
            if (reached.add(block)) {
                left.addAll(successors(block));
            }
        }
        blocks = blocks.stream().filter(reached::contains).toList();
        labels.values().removeIf(block -> !reached.contains(block));
    }

    private List<Block> successors(Block block) {
        List<Block> result = new ArrayList<>(block.exit.targets());
        for (Stmt step : block.steps) {
            Jumps.in(step).forEach(label -> result.add(labels.get(label)));
        }
        if (block.region() != null) {
            result.add(block.region().handler());
        }
        return result;
    }

    private void join() {
        IdentityHashMap<Block, Integer> entries = new IdentityHashMap<>();
        entries.put(blocks.get(0), 1);
        Set<Region> regions = new HashSet<>();
        for (Block block : blocks) {
            block.exit.targets().forEach(target -> entries.merge(target, 1, Integer::sum));
            for (Stmt step : block.steps) {
                Jumps.in(step).forEach(label -> entries.merge(labels.get(label), 1, Integer::sum));
            }
            if (block.region() != null && regions.add(block.region())) {
                entries.merge(block.region().handler(), 1, Integer::sum);
            }
        }
        Set<Block> joined = new HashSet<>();
        for (Block block : blocks) {
            while (!joined.contains(block)
                    && block.exit instanceof Exit.Goto jump
                    && jump.target() != block
                    && entries.getOrDefault(jump.target(), 0) == 1
                    && jump.target().region() == block.region()) {
                block.steps.addAll(jump.target().steps);
                block.exit = jump.target().exit;
                joined.add(jump.target());
            }
        }
        blocks = blocks.stream().filter(block -> !joined.contains(block)).toList();
    }
}
