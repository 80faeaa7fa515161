package dev.fermata.processor.graph;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The blocks that may run again and again: those of strongly connected components, found with two depth-first searches
 * (Sharir: "A strong-connectivity algorithm", 1981) on a stack of its own, since methods may be long.
 */
public final class Loops {
    private final Map<Block, List<Block>> successors = new HashMap<>();
    private final Map<Block, List<Block>> predecessors = new HashMap<>();

    private Loops(Graph graph) {
        graph.blocks().forEach(block -> predecessors.put(block, new ArrayList<>()));
        for (Block block : graph.blocks()) {
            List<Block> next = graph.successors(block);
            successors.put(block, next);
            next.forEach(target -> requireNonNull(predecessors.get(target)).add(block));
        }
    }

    /** The blocks of {@code graph} that are in some loop. */
    public static Set<Block> in(Graph graph) {
        Loops loops = new Loops(graph);
        List<Block> finished = new ArrayList<>();
        Set<Block> seen = new HashSet<>();
        graph.blocks().forEach(block -> visit(block, loops.successors, seen, finished));

        Set<Block> result = new HashSet<>();
        seen.clear();
        for (int i = finished.size() - 1; i >= 0; i--) {
            List<Block> component = new ArrayList<>();
            visit(finished.get(i), loops.predecessors, seen, component);
            if (component.size() > 1 || component.size() == 1 && loops.repeats(component.get(0))) {
                result.addAll(component);
            }
        }
        return result;
    }

    private boolean repeats(Block block) {
        return requireNonNull(successors.get(block)).contains(block);
    }

    /** Adds what can be reached from {@code start} and was not seen, each after what can be reached from it. */
    private static void visit(Block start, Map<Block, List<Block>> edges, Set<Block> seen, List<Block> finished) {
        if (!seen.add(start)) {
            return;
        }
        Deque<Block> path = new ArrayDeque<>(List.of(start));
        Deque<Iterator<Block>> left = new ArrayDeque<>();
        left.push(requireNonNull(edges.get(start)).iterator());
        while (!path.isEmpty()) {
            if (!left.element().hasNext()) {
                left.pop();
                finished.add(path.pop());
                continue;
            }
            Block next = left.element().next();
            if (seen.add(next)) {
                path.push(next);
                left.push(requireNonNull(edges.get(next)).iterator());
            }
        }
    }
}
