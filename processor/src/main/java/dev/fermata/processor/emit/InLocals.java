package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.live.Saved;
import java.util.Set;

/** Java locals, saved to the frame only where the machine really waits; the frame is made by the first such await. */
final class InLocals implements Storage {
    private final Graph graph;
    private final Names names;
    private final Saved saved;
    private final Variables variables;
    private final Set<Block> made;

    InLocals(Graph graph, Names names, Saved saved, Variables variables) {
        this.graph = graph;
        this.names = names;
        this.saved = saved;
        this.variables = variables;
        this.made = MadeFrames.in(graph);
    }

    @Override
    public String frame() {
        return "frame";
    }

    @Override
    public CodeBlock make(String line) {
        if (Frames.isMadeFirst(graph.method())) {
            return CodeBlock.of("");
        }
        return CodeBlock.of(
                "$Lif (frame == null) {\n$>$Lframe = new $T();\n$<}\n", line, line, Frames.type(graph.method()));
    }

    @Override
    public Set<Local> copiedForLambdas() {
        return variables.shared();
    }

    @Override
    public CodeBlock begin(Block block) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock beforeAwait(Block block, Exit.Suspend suspend) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock hold(Block block, Exit.Suspend suspend) {
        String line = Marks.line(suspend.line());
        CodeBlock.Builder out = CodeBlock.builder();
        if (!made.contains(block) && !MadeFrames.enters(block)) {
            out.add(make(line));
        }
        for (Local local : saved.at(suspend.resume())) {
            if (variables.isSaveable(local)) {
                out.add("$Lframe.$L = $L;\n", line, names.of(local), names.of(local));
            }
        }
        return out.build();
    }
}
