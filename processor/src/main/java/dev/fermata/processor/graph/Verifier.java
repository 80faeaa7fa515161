package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what the later passes rely on; a violation is a bug of ours, told with the graph. */
public final class Verifier {
    private final Graph graph;
    private final Set<Block> blocks;
    private final Map<Region, Block> entries = new HashMap<>();

    private Verifier(Graph graph) {
        this.graph = graph;
        this.blocks = new HashSet<>(graph.blocks());
    }

    public static Graph check(Graph graph) {
        new Verifier(graph).check();
        return graph;
    }

    private void check() {
        Set<Block> resumed = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (Block target : block.exit().targets()) {
                require(blocks.contains(target), block, "goes to a block that is not in the graph: " + target);
                require(isEnterable(block, target), block, "enters a region other than at its begin: " + target);
            }
            if (block.exit() instanceof Exit.Suspend suspend) {
                require(resumed.add(suspend.resume()), block, "shares its resumption with another await");
                require(suspend.resume().region() == block.region(), block, "resumes in another region");
            } else {
                for (Block target : block.exit().targets()) {
                    require(target.received() == null, block, "enters the resumption of an await");
                }
            }
            regions(block);
            steps(block);
        }
        for (Block block : graph.blocks()) {
            require(block.received() == null || resumed.contains(block), block, "receives a value that no await gives");
        }
    }

    private void regions(Block block) {
        for (Region region = block.region(); region != null; region = region.outer()) {
            Block handler = region.handler();
            require(blocks.contains(handler), block, "has a handler that is not in the graph: " + handler);
            require(handler.received() == null, block, "has the resumption of an await as its handler");
            require(!isWithin(handler.region(), region), block, "is handled inside its own region");
        }
    }

    private void steps(Block block) {
        for (int i = 0; i < block.steps().size(); i++) {
            Stmt step = block.steps().get(i);
            boolean last = i == block.steps().size() - 1;
            boolean completes = !(step instanceof Stmt.Plain plain) || plain.completes();
            require(completes || last && block.exit() instanceof Exit.Unreachable, block, "goes on after " + step);
            Jumps.in(step)
                    .forEach(label -> require(
                            blocks.contains(graph.labels().get(label)),
                            block,
                            "jumps to a label that is gone: " + label));
        }
    }

    /** A region is entered from outside at one block only. */
    private boolean isEnterable(Block from, Block to) {
        for (Region region = to.region(); region != null && !isWithin(from.region(), region); region = region.outer()) {
            if (entries.computeIfAbsent(region, first -> to) != to) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(@Nullable Region inner, Region region) {
        for (Region each = inner; each != null; each = each.outer()) {
            if (each == region) {
                return true;
            }
        }
        return false;
    }

    private void require(boolean condition, Block block, String problem) {
        if (!condition) {
            throw new IllegalStateException("block " + block + " " + problem + "\n" + GraphText.of(graph));
        }
    }
}
