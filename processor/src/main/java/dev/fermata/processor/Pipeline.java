package dev.fermata.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.desugar.Desugar;
import dev.fermata.processor.discover.Discovery;
import dev.fermata.processor.emit.Emit;
import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.emit.Options;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.GraphBuilder;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.link.Machines;
import dev.fermata.processor.live.Liveness;
import dev.fermata.processor.live.Saved;
import dev.fermata.processor.message.Reporter;
import dev.fermata.processor.read.Reader;
import dev.fermata.processor.spill.Spill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The passes before {@code link}, in their order. */
final class Pipeline implements Machines {
    private final Trees trees;
    private final Elements elements;
    private final Discovery discovery;
    private final Reader reader;
    private final Reporter reporter;
    private final Options options;

    /** @param environment javac's own, not wrapped */
    Pipeline(ProcessingEnvironment environment) {
        this.trees = Trees.instance(environment);
        this.elements = environment.getElementUtils();
        this.reporter = new Reporter(trees);
        this.options = Options.of(environment.getOptions());
        this.discovery = new Discovery(trees, elements, environment.getTypeUtils(), reporter);
        this.reader = new Reader(trees, elements, environment.getTypeUtils(), environment.getSourceVersion(), reporter);
    }

    @Override
    public List<Machine> machines(TypeElement type) {
        TreePath topLevelClass = trees.getPath(type);
        List<Machine> machines = new ArrayList<>();
        for (TreePath code : discovery.code(topLevelClass)) {
            reader.read(code).stream().map(this::machine).forEach(machines::add);
        }
        return machines;
    }

    @Override
    public void roots(Collection<TypeElement> types) {
        reader.roots(types);
    }

    private Machine machine(AsyncMethod read) {
        AsyncMethod desugared = Desugar.apply(read);
        AsyncMethod spilled = Spill.apply(desugared);
        Graph graph = GraphBuilder.build(spilled);
        Saved saved = Liveness.analyse(graph);
        Machine machine = Emit.print(graph, saved, options, name -> elements.getTypeElement(name) != null);
        if (machine.explanation() != null) {
            reporter.note(machine.explanation(), read.place());
        }
        return machine;
    }
}
