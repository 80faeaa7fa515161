package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Prints a machine of several methods: an entry that calls the part in which the state is, over and over, and the parts. */
final class PartsPrinter {
    private final Graph graph;
    private final AsyncMethod method;
    private final Names names;
    private final Variables variables;
    private final InFields storage;
    private final SwitchPrinter switches;
    private final List<List<Block>> parts;

    PartsPrinter(
            Graph graph,
            Names names,
            Variables variables,
            InFields storage,
            SwitchPrinter switches,
            List<List<Block>> parts) {
        this.graph = graph;
        this.method = graph.method();
        this.names = names;
        this.variables = variables;
        this.storage = storage;
        this.switches = switches;
        this.parts = parts;
    }

    void addTo(TypeSpec.Builder type) {
        for (Local constant : variables.constants()) {
            type.addField(FieldSpec.builder(
                            constant.type(), names.of(constant), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$L", constant.constant())
                    .build());
        }
        storage.fields().forEach(local -> type.addField(local.type(), names.of(local), Modifier.PRIVATE));
        type.addField(Frames.awaited(graph), "awaited", Modifier.PRIVATE);
        if (switches.countsAwaits()) {
            type.addField(int.class, "awaits", Modifier.PRIVATE);
        }
        type.addMethod(entry());
        for (int i = 0; i < parts.size(); i++) {
            type.addMethod(part(i));
        }
        type.addMethod(resume());
    }

    private MethodSpec entry() {
        CodeBlock.Builder body = CodeBlock.builder();
        if (Frames.isMadeFirst(method)) {
            body.addStatement("frame.awaited = frame.awaited()");
        } else {
            body.beginControlFlow("if (frame == null)").add(made());
            body.nextControlFlow("else")
                    .addStatement("frame.awaited = frame.awaited()")
                    .endControlFlow();
        }
        return Frames.machine(method, names).addCode(body.add(calls()).build()).build();
    }

    private CodeBlock made() {
        CodeBlock.Builder out = CodeBlock.builder().addStatement("frame = new $T()", Frames.type(method));
        Frames.passed(method).stream()
                .filter(storage.fields()::contains)
                .forEach(local -> out.addStatement("frame.$L = $L", names.of(local), names.of(local)));
        return out.build();
    }

    /** Calls the part that has the state, until there is a task. */
    private CodeBlock calls() {
        CodeBlock.Builder body = CodeBlock.builder();
        if (parts.size() == 1) {
            return body.addStatement("return frame.$L()", name(0)).build();
        }
        body.addStatement("$T task = null", Frames.returned(method));
        body.beginControlFlow("while (task == null)");
        for (int i = 0; i + 1 < parts.size(); i++) {
            String before = names.of(parts.get(i + 1).get(0));
            if (i == 0) {
                body.beginControlFlow("if (frame.state < $L)", before);
            } else {
                body.nextControlFlow("else if (frame.state < $L)", before);
            }
            body.addStatement("task = frame.$L()", name(i));
        }
        body.nextControlFlow("else").addStatement("task = frame.$L()", name(parts.size() - 1));
        return body.endControlFlow()
                .endControlFlow()
                .addStatement("return task")
                .build();
    }

    private static String name(int index) {
        return "part" + (index + 1);
    }

    /** Runs states until one is held, ends the call, or stands in another part: then there is no task yet. */
    private MethodSpec part(int index) {
        CodeBlock.Builder elsewhere = CodeBlock.builder();
        if (parts.size() > 1) {
            elsewhere
                    .addStatement("this.awaited = awaited")
                    .addStatement("this.state = state")
                    .addStatement("return null");
        }
        return MethodSpec.methodBuilder(name(index))
                .addModifiers(Modifier.PRIVATE)
                .returns(Frames.returned(method))
                .addStatement("$T awaited = this.awaited", Frames.awaited(graph))
                .addStatement("this.awaited = null")
                .addStatement("$T state = this.state", Frames.stateType(method))
                .addCode(switches.print(parts.get(index), elsewhere.build()))
                .build();
    }

    private MethodSpec resume() {
        List<String> arguments = Frames.passed(method).stream()
                .map(local -> Variables.argument(local.type()))
                .toList();
        return Frames.resume()
                .addStatement(
                        "$L(this$L)",
                        Frames.entry(method),
                        arguments.isEmpty() ? "" : ", " + String.join(", ", arguments))
                .build();
    }
}
