package dev.fermata.processor.golden;

import dev.fermata.processor.desugar.Desugar;
import dev.fermata.processor.emit.Emit;
import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.emit.Options;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.GraphBuilder;
import dev.fermata.processor.graph.GraphText;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.IrText;
import dev.fermata.processor.live.Liveness;
import dev.fermata.processor.live.Saved;
import dev.fermata.processor.live.SavedText;
import dev.fermata.processor.spill.Spill;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every pass makes of one method. */
record Passes(AsyncMethod read, AsyncMethod desugared, AsyncMethod spilled, Graph graph, Saved saved, Machine machine) {
    static Passes of(AsyncMethod read) {
        AsyncMethod desugared = Desugar.apply(read);
        AsyncMethod spilled = Spill.apply(desugared);
        Graph graph = GraphBuilder.build(spilled);
        Saved saved = Liveness.analyse(graph);
        return new Passes(
                read, desugared, spilled, graph, saved, Emit.print(graph, saved, Options.NONE, name -> false));
    }

    /** The text form of each pass by its name, in their order. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("read", IrText.of(read));
        texts.put("desugar", IrText.of(desugared));
        texts.put("spill", IrText.of(spilled));
        texts.put("graph", IrText.heading(read) + "\n" + GraphText.of(graph));
        texts.put("live", IrText.heading(read) + "\n" + SavedText.of(graph, saved));
        texts.put("emit", machine.source());
        return texts;
    }
}
