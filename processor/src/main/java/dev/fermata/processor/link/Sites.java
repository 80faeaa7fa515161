package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Start;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/** Takes from the elements of a machine's method what {@code link} will need. */
final class Sites {
    private final Elements elements;
    private final Descriptors descriptors;
    private final BridgeMethods bridgeMethods;

    Sites(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.descriptors = new Descriptors(elements, environment.getTypeUtils());
        this.bridgeMethods = new BridgeMethods(environment.getTypeUtils(), descriptors);
    }

    Site site(Machine machine) {
        AsyncMethod method = machine.method();
        boolean isCall = method.start() instanceof Start.Call;
        return new Site(
                machine,
                descriptors.internalName(method.owner()),
                descriptors.internalName(Descriptors.outermost(method.owner())),
                method.frame().reflectionName().replace('.', '/'),
                isCall ? method.element().getSimpleName().toString() : "",
                isCall ? descriptors.of((ExecutableElement) method.element()) : "",
                method.self() == null,
                method.widened().stream().map(descriptors::member).collect(Collectors.toSet()),
                method.bridges().stream()
                        .map(bridge -> bridgeMethods.of(bridge, method.owner()))
                        .toList(),
                ClassOutput.Place.of(
                        method.owner(), method.place().getCompilationUnit().getSourceFile(), elements),
                Position.of(method.place()));
    }
}
