package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.ir.Local;
import java.util.Set;

/** Where a machine keeps the locals that several states name: how its blocks begin, and how they wait. */
interface Storage {
    /** The frame, as code names it. */
    String frame();

    /** Makes the frame, if nothing has before. */
    CodeBlock make(String line);

    /** Locals that a lambda cannot capture as they are, since they are assigned in more than one place, or are fields. */
    Set<Local> copiedForLambdas();

    /** What comes first in a block. */
    CodeBlock begin(Block block);

    /** What follows {@code awaited = ...;}, whether it has to wait or not. */
    CodeBlock beforeAwait(Block block, Exit.Suspend suspend);

    /** What is done where it has to wait. */
    CodeBlock hold(Block block, Exit.Suspend suspend);
}
