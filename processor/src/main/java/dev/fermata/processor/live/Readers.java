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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Why an await saves a local: the line that reads it next, by a breadth-first search from where the await resumes. */
public final class Readers {
    private final Graph graph;

    public Readers(Graph graph) {
        this.graph = graph;
    }

    /** The line of the first read of {@code local} that is met after {@code resumption} begins; none if nothing reads it. */
    public OptionalInt next(Block resumption, Local local) {
        Deque<Block> left = new ArrayDeque<>(Set.of(resumption));
        Set<Block> seen = new HashSet<>(left);
        while (!left.isEmpty()) {
            Block block = left.remove();
            OptionalInt line = readIn(block, local, left, seen);
            if (line.isPresent()) {
                return line;
            }
        }
        return OptionalInt.empty();
    }

    /** Goes through one block; where control can leave it with the local unassigned, the targets are to be seen next. */
    private OptionalInt readIn(Block block, Local local, Deque<Block> left, Set<Block> seen) {
        for (Region region = block.region(); region != null; region = region.outer()) {
            add(region.handler(), left, seen);
        }
        for (Stmt step : block.steps()) {
            Accesses accesses = Accesses.of(step);
            if (accesses.readFirst().contains(local)) {
                return OptionalInt.of(step.line());
            }
            if (accesses.assignedFirst().contains(local)) {
                return OptionalInt.empty();
            }
            for (Label label : Jumps.in(step)) {
                add(requireNonNull(graph.labels().get(label)), left, seen);
            }
        }
        if (Accesses.of(block.exit()).readFirst().contains(local)) {
            return OptionalInt.of(line(block.exit(), block));
        }
        block.exit().targets().forEach(target -> add(target, left, seen));
        return OptionalInt.empty();
    }

    private static void add(Block block, Deque<Block> left, Set<Block> seen) {
        if (seen.add(block)) {
            left.add(block);
        }
    }

    private static int line(Exit exit, Block block) {
        if (exit instanceof Exit.Branch branch) {
            return branch.condition().line();
        } else if (exit instanceof Exit.Suspend suspend) {
            return suspend.line();
        } else if (exit instanceof Exit.Return returned) {
            return returned.line();
        }
        return exit instanceof Exit.Throw thrown ? thrown.line() : block.line();
    }
}
