package dev.fermata.processor.live;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.ir.Local;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What {@code live} has found.
 *
 * @param atResumption for each block that follows an await, what is saved there while it waits, in order of appearance
 * @param shared the locals that several blocks name
 * @param atBegin for each block, what may still be read when it begins
 */
public record Saved(Map<Block, Set<Local>> atResumption, Set<Local> shared, Map<Block, Set<Local>> atBegin) {
    /** What is saved until {@code resumption} begins. */
    public Set<Local> at(Block resumption) {
        return atResumption.getOrDefault(resumption, Set.of());
    }

    /** What may still be read when {@code block} begins. */
    Set<Local> liveAt(Block block) {
        return atBegin.getOrDefault(block, Set.of());
    }

    /** Everything that some await saves. */
    public Set<Local> all() {
        Set<Local> result = new LinkedHashSet<>();
        atResumption.values().forEach(result::addAll);
        return result;
    }
}
