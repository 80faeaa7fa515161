package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints what only a generator has: the method that makes the sequence, and the constructor of each run through it. */
final class GeneratorPrinter {
    private final AsyncMethod method;
    private final Names names;
    private final Variables variables;

    GeneratorPrinter(AsyncMethod method, Names names, Variables variables) {
        this.method = method;
        this.names = names;
        this.variables = variables;
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(constructor()).addMethod(entry());
    }

    /** Those that the body names. */
    private List<Local> kept() {
        return Frames.passed(method).stream().filter(variables.used()::contains).toList();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (Local local : kept()) {
            constructor.addParameter(local.type(), names.of(local));
            constructor.addStatement("this.$L = $L", names.of(local), names.of(local));
        }
        return constructor.build();
    }

    private MethodSpec entry() {
        MethodSpec.Builder entry = MethodSpec.methodBuilder(Frames.entry(method))
                .addModifiers(Modifier.STATIC)
                .addTypeVariables(method.typeVariables())
                .returns(ParameterizedTypeName.get(
                        ClassName.get("dev.fermata", "AsyncSequence"), Frames.result(method)));
        Frames.passed(method).forEach(local -> entry.addParameter(local.type(), names.of(local)));
        String arguments = kept().stream().map(names::of).collect(Collectors.joining(", "));
        return entry.addStatement("return () -> new $T($L)", Frames.type(method), arguments)
                .build();
    }
}
