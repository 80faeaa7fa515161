package dev.fermata.processor.link;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.LocalClass;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Takes from the elements of a machine's method what {@code link} will need. */
final class Sites {
    private final Elements elements;
    private final Trees trees;
    private final Descriptors descriptors;
    private final BridgeMethods bridgeMethods;
    private final Signatures signatures;

    Sites(ProcessingEnvironment environment, Trees trees) {
        this.elements = environment.getElementUtils();
        this.trees = trees;
        this.descriptors = new Descriptors(elements, environment.getTypeUtils());
        this.signatures = new Signatures(descriptors);
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
                method.renamed().entrySet().stream()
                        .collect(
                                Collectors.toMap(renamed -> descriptors.member(renamed.getKey()), Map.Entry::getValue)),
                method.bridges().stream()
                        .map(bridge -> bridgeMethods.of(bridge, method.owner()))
                        .toList(),
                method.localClasses().stream().map(this::local).toList(),
                ClassOutput.Place.of(method.owner(), path.getCompilationUnit().getSourceFile(), elements),
                Position.of(path));
    }

    private LocalName local(LocalClass local) {
        TypeElement owner = Descriptors.enclosing(local.element());
        return new LocalName(
                descriptors.internalName(local.element()),
                descriptors.internalName(owner),
                local.name().simpleName(),
                signatures.of(owner.asType()),
                signatures.formals(local.typeVariables()),
                local.typeVariables().stream()
                        .map(variable -> variable.getSimpleName().toString())
                        .toList(),
                !local.element().getTypeParameters().isEmpty(),
                local.captured().stream()
                        .map(variable -> new LocalName.Captured(
                                variable.getSimpleName().toString(), descriptors.of(variable.asType())))
                        .toList(),
                local.inner());
    }
}
