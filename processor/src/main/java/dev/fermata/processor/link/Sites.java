package dev.fermata.processor.link;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.ir.AsyncMethod;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/** Takes from the elements of a machine's method what {@code link} will need. */
final class Sites {
    private final Elements elements;
    private final Trees trees;
    private final Descriptors descriptors;
    private final BridgeMethods bridgeMethods;

    Sites(ProcessingEnvironment environment, Trees trees) {
        this.elements = environment.getElementUtils();
        this.trees = trees;
        this.descriptors = new Descriptors(elements, environment.getTypeUtils());
        this.bridgeMethods = new BridgeMethods(environment.getTypeUtils(), descriptors);
    }

    Site site(Machine machine) {
        AsyncMethod method = machine.method();
        TreePath path = trees.getPath(method.element());
        return new Site(
                machine,
                descriptors.internalName(method.owner()),
                descriptors.internalName(Descriptors.outermost(method.owner())),
                method.frame().reflectionName().replace('.', '/'),
                method.element().getSimpleName().toString(),
                descriptors.of(method.element()),
                method.element().getModifiers().contains(Modifier.STATIC),
                method.widened().stream().map(descriptors::member).collect(Collectors.toSet()),
                method.bridges().stream()
                        .map(bridge -> bridgeMethods.of(bridge, method.owner()))
                        .toList(),
                ClassOutput.Place.of(method.owner(), path.getCompilationUnit().getSourceFile(), elements),
                Position.of(path));
    }
}
