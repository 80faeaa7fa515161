package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.ir.Start;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Takes from the elements of a machine's method what {@code link} will need. */
final class Sites {
    private final Elements elements;
    private final Descriptors descriptors;
    private final BridgeMethods bridgeMethods;
    private final Signatures signatures;

    Sites(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.descriptors = new Descriptors(elements, environment.getTypeUtils());
        this.signatures = new Signatures(descriptors);
        this.bridgeMethods = new BridgeMethods(environment.getTypeUtils(), descriptors);
    }

    Site site(Machine machine) {
        AsyncMethod method = machine.method();
        boolean isCall = method.start() instanceof Start.Call;
        LambdaShape lambda = method.start() instanceof Start.StayingLambda staying ? shape(staying, method) : null;
        return new Site(
                machine,
                descriptors.internalName(method.owner()),
                descriptors.internalName(Descriptors.outermost(method.owner())),
                method.frame().reflectionName().replace('.', '/'),
                isCall ? method.element().getSimpleName().toString() : "",
                isCall
                        ? descriptors.of((ExecutableElement) method.element())
                        : lambda == null ? "" : descriptor(lambda),
                lambda,
                method.self() == null,
                method.widened().stream().map(descriptors::member).collect(Collectors.toSet()),
                method.renamed().entrySet().stream()
                        .collect(
                                Collectors.toMap(renamed -> descriptors.member(renamed.getKey()), Map.Entry::getValue)),
                method.bridges().stream()
                        .map(bridge -> bridgeMethods.of(bridge, method.owner()))
                        .toList(),
                method.localClasses().stream().map(this::local).toList(),
                ClassOutput.Place.of(
                        method.owner(), method.place().getCompilationUnit().getSourceFile(), elements),
                Position.of(method.place()));
    }

    private LambdaShape shape(Start.StayingLambda lambda, AsyncMethod method) {
        return new LambdaShape(
                variables(lambda.captured()),
                variables(lambda.parameters()),
                descriptors.of(lambda.result()),
                lambda.implemented().getSimpleName().toString(),
                lambda.awaits(),
                method.line(),
                method.endLine(),
                lambda.expression());
    }

    private List<LambdaShape.Variable> variables(List<VariableElement> elements) {
        return elements.stream()
                .map(element ->
                        new LambdaShape.Variable(element.getSimpleName().toString(), descriptors.of(element.asType())))
                .toList();
    }

    /** What the machine takes: a parameter without a name it does not. */
    private static String descriptor(LambdaShape lambda) {
        return Stream.concat(lambda.captured().stream(), lambda.own().stream())
                .filter(variable -> !variable.name().isEmpty())
                .map(LambdaShape.Variable::descriptor)
                .collect(Collectors.joining("", "(", ")" + lambda.result()));
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
