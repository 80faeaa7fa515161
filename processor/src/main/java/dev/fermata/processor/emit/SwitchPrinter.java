package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the loop around the switch that runs blocks, and hands failures to their handlers. */
final class SwitchPrinter {
    private final Layout layout;
    private final Names names;
    private final Storage storage;
    private final BlockPrinter blocks;

    SwitchPrinter(Layout layout, Names names, Storage storage, BlockPrinter blocks) {
        this.layout = layout;
        this.names = names;
        this.storage = storage;
        this.blocks = blocks;
    }

    /**
     * @param run the blocks, the first of which is a state
     * @param elsewhere what is done with a state that is not among them; empty if there is none
     */
    CodeBlock print(List<Block> run, CodeBlock elsewhere) {
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("$L:\n", CodePrinter.MACHINE);
        out.beginControlFlow("for (;;)").beginControlFlow("try").beginControlFlow("switch (state)");
        for (Block block : run) {
            if (layout.isState(block)) {
                if (block != run.get(0)) {
                    out.endControlFlow();
                }
                out.beginControlFlow("case $L:", names.of(block));
            }
            out.add(blocks.print(block));
        }
        out.endControlFlow();
        if (!elsewhere.isEmpty()) {
            out.beginControlFlow("default:").add(elsewhere).endControlFlow();
        }
        out.endControlFlow();
        out.nextControlFlow("catch ($T thrown)", Throwable.class);
        handlers(run, out);
        return out.endControlFlow().endControlFlow().build();
    }

    private void handlers(List<Block> run, CodeBlock.Builder out) {
        Map<Region, List<String>> states = new LinkedHashMap<>();
        for (Block block : run) {
            if (layout.isState(block) && block.region() != null) {
                states.computeIfAbsent(block.region(), key -> new ArrayList<>()).add(names.of(block));
            }
        }
        if (states.isEmpty()) {
            out.addStatement("return fail($L, thrown)", storage.frame());
            return;
        }
        out.beginControlFlow("switch (state)");
        states.forEach((region, inside) -> {
            out.beginControlFlow("case $L ->", String.join(", ", inside));
            out.addStatement("$L = thrown", names.of(region.failure()));
            out.addStatement("state = $L", names.of(region.handler()));
            out.endControlFlow();
        });
        out.beginControlFlow("default ->")
                .addStatement("return fail($L, thrown)", storage.frame())
                .endControlFlow();
        out.endControlFlow();
    }
}
