package dev.fermata.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.live.Deaths;
import dev.fermata.processor.live.Saved;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Prints a graph as the source of one class.
 *
 * <p>Before: a graph that the verifier accepts, and what its awaits save. After: a {@link Machine}, whose source compiles
 * beside the owner's widened view.
 */
public final class Emit {
    private Emit() {}

    /**
     * @param options what the user asks for
     * @param exists whether there is a class of that qualified name
     */
    public static Machine print(Graph read, Saved saved, Options options, Predicate<String> exists) {
        Variables variables = new Variables(read, saved);
        Graph graph = read.withMethod(read.method().withInferred(variables.inferred()));
        Layout layout = new Layout(graph, Set.of());
        Names names = names(graph, variables, layout);
        TypeSpec type = type(graph, saved, variables, layout, names, options);
        String packageName = graph.method().frame().packageName();
        JavaFile.Builder file = JavaFile.builder(packageName, type)
                .indent("    ")
                .addFileComment("$L", header(graph, layout, names, saved, variables, options));
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        String text = Tidy.of(file.build().toString(), name -> exists.test(prefix + name));
        Marks.Unmarked unmarked = Marks.remove(text);
        String explanation =
                options.explanation() ? new Explanation(graph, layout, names, saved, variables).text() : null;
        return new Machine(
                graph.method(), Frames.entry(graph.method()), unmarked.text(), unmarked.lines(), explanation);
    }

    private static Names names(Graph graph, Variables variables, Layout layout) {
        return new Names(graph, variables.used(), variables.withinText(), layout.states());
    }

    private static TypeSpec type(
            Graph graph, Saved saved, Variables variables, Layout layout, Names names, Options options) {
        Storage storage = new InLocals(graph, names, saved, variables);
        BlockPrinter blocks = new BlockPrinter(graph, layout, names, variables, storage);
        if (layout.states().size() > 1 && new Parts(options.largestMethod(), layout, blocks::print).isTooLarge(graph)) {
            return inParts(graph, saved, variables, layout, options);
        }
        SwitchPrinter switches = new SwitchPrinter(layout, names, storage, blocks);
        return new FramePrinter(graph, layout, names, saved, variables, blocks, switches, null).type();
    }

    private static TypeSpec inParts(Graph graph, Saved saved, Variables variables, Layout whole, Options options) {
        Deaths deaths = new Deaths(graph, saved);
        Names measured = names(graph, variables, whole);
        InFields storage = new InFields(graph.method(), measured, variables, deaths);
        List<List<Block>> parts = new Parts(
                        options.largestMethod(),
                        whole,
                        new BlockPrinter(graph, whole, measured, variables, storage)::print)
                .cut(graph);

        Layout layout = new Layout(graph, Parts.lasts(parts));
        Names names = names(graph, variables, layout);
        storage = new InFields(graph.method(), names, variables, deaths);
        BlockPrinter blocks = new BlockPrinter(graph, layout, names, variables, storage);
        SwitchPrinter switches = new SwitchPrinter(layout, names, storage, blocks);
        PartsPrinter printer = new PartsPrinter(graph, names, variables, storage, switches, parts);
        return new FramePrinter(graph, layout, names, saved, variables, blocks, switches, printer).type();
    }

    private static String header(
            Graph graph, Layout layout, Names names, Saved saved, Variables variables, Options options) {
        String header = new Header(graph, names, saved, variables).text();
        return options.diagram() ? header + "\n\n" + new StateDiagram(graph, layout, names).text() : header;
    }
}
