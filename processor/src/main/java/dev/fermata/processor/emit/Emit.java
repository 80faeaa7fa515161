package dev.fermata.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.live.Saved;
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
     * @param shown what the user wants to see beside it
     * @param exists whether there is a class of that qualified name
     */
    public static Machine print(Graph graph, Saved saved, Shown shown, Predicate<String> exists) {
        Layout layout = new Layout(graph);
        Variables variables = new Variables(graph, saved);
        Names names = new Names(graph, variables.used(), variables.inText(), layout.states());
        BlockPrinter blocks = new BlockPrinter(graph, layout, names, saved, variables);
        TypeSpec type = new FramePrinter(graph, layout, names, saved, variables, blocks).type();
        String packageName = graph.method().frame().packageName();
        JavaFile.Builder file = JavaFile.builder(packageName, type)
                .indent("    ")
                .addFileComment("$L", header(graph, layout, names, saved, variables, shown));
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        String text = Tidy.of(file.build().toString(), name -> exists.test(prefix + name));
        Marks.Unmarked unmarked = Marks.remove(text);
        String explanation =
                shown.explanation() ? new Explanation(graph, layout, names, saved, variables).text() : null;
        return new Machine(
                graph.method(), Frames.entry(graph.method()), unmarked.text(), unmarked.lines(), explanation);
    }

    private static String header(
            Graph graph, Layout layout, Names names, Saved saved, Variables variables, Shown shown) {
        String header = new Header(graph, names, saved, variables).text();
        return shown.diagram() ? header + "\n\n" + new StateDiagram(graph, layout, names).text() : header;
    }
}
