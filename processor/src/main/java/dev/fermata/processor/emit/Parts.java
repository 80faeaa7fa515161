package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Cuts a machine that would make a method too long for the JVM to compile, or even to load, into runs of states, each of
 * which becomes a method.
 */
final class Parts {
    /** How many characters of printed text make a byte of code, as measured. */
    private static final double CHARACTERS_A_BYTE = 3.4;

    private final int largest;
    private final Layout layout;
    private final Function<Block, CodeBlock> print;

    /**
     * @param largest the size of a method in bytes
     * @param print the text of a block
     */
    Parts(int largest, Layout layout, Function<Block, CodeBlock> print) {
        this.largest = largest;
        this.layout = layout;
        this.print = print;
    }

    /** Whether all blocks would make too long a method. */
    boolean isTooLarge(Graph graph) {
        return size(graph.blocks()) > largest;
    }

    /** The blocks in their order, cut before states; more than one run only where one would be too long. */
    List<List<Block>> cut(Graph graph) {
        List<List<Block>> parts = new ArrayList<>();
        double size = 0;
        for (List<Block> state : states(graph)) {
            double added = size(state);
            if (parts.isEmpty() || size + added > largest) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.get(parts.size() - 1).addAll(state);
            size += added;
        }
        return parts;
    }

    /** The last block of each part: none falls into the next part. */
    static Set<Block> lasts(List<List<Block>> parts) {
        Set<Block> lasts = new HashSet<>();
        parts.forEach(part -> lasts.add(part.get(part.size() - 1)));
        return lasts;
    }

    /** Each state with the blocks that only it runs into. */
    private List<List<Block>> states(Graph graph) {
        List<List<Block>> states = new ArrayList<>();
        for (Block block : graph.blocks()) {
            if (layout.isState(block)) {
                states.add(new ArrayList<>());
            }
            states.get(states.size() - 1).add(block);
        }
        return states;
    }

    private double size(List<Block> blocks) {
        return blocks.stream()
                        .mapToInt(block -> Marks.lengthOf(print.apply(block).toString()))
                        .sum()
                / CHARACTERS_A_BYTE;
    }
}
