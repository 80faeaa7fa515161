package dev.fermata.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.ir.Wait;
import dev.fermata.processor.live.Saved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Prints the class: its states, its fields, the method that runs it, and the one that resumes it. */
final class FramePrinter {
    private static final TypeName ANY_TASK =
            ParameterizedTypeName.get(ClassName.get("dev.fermata", "Task"), WildcardTypeName.subtypeOf(Object.class));
    /** Lint that the user's own text may give; he has had it at his own lines. */
    private static final List<String> SUPPRESSED = List.of(
            "fallthrough", "unchecked", "rawtypes", "deprecation", "removal", "cast", "try", "serial", "static");

    private final Graph graph;
    private final AsyncMethod method;
    private final Layout layout;
    private final Names names;
    private final Saved saved;
    private final Variables variables;
    private final BlockPrinter blocks;

    FramePrinter(Graph graph, Layout layout, Names names, Saved saved, Variables variables, BlockPrinter blocks) {
        this.graph = graph;
        this.method = graph.method();
        this.layout = layout;
        this.names = names;
        this.saved = saved;
        this.variables = variables;
        this.blocks = blocks;
    }

    TypeSpec type() {
        CodeBlock suppressed =
                SUPPRESSED.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", ", "{", "}"));
        AnnotationSpec suppress = AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", suppressed)
                .build();
        TypeSpec.Builder type = TypeSpec.classBuilder(method.frame())
                .addAnnotation(suppress)
                .addModifiers(Modifier.FINAL)
                .addTypeVariables(method.typeVariables())
                .superclass(Frames.superclass(method, opensScope()));
        qualified().forEach(type::alwaysQualify);
        int number = 0;
        for (Block state : layout.states()) {
            type.addField(
                    FieldSpec.builder(int.class, names.of(state), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer("$L", number++)
                            .build());
        }
        for (Local local : fields()) {
            type.addField(local.type(), names.of(local), Modifier.PRIVATE);
        }
        if (Frames.isMadeFirst(method)) {
            new GeneratorPrinter(method, names, variables, passed()).addTo(type);
        }
        return type.addMethod(machineMethod()).addMethod(resume()).build();
    }

    private boolean opensScope() {
        return graph.blocks().stream().flatMap(block -> block.steps().stream()).anyMatch(Stmt.Enter.class::isInstance);
    }

    /**
     * Simple names that a class within the text may inherit from a private class, which the widened view does not show as
     * private: another class of that name is written in full.
     */
    private Set<String> qualified() {
        Set<String> shown = new HashSet<>();
        for (Element element : method.widened()) {
            if (element instanceof TypeElement) {
                shown.add(element.getSimpleName().toString());
            }
        }
        method.localClasses().forEach(local -> shown.add(local.name().simpleName()));
        Set<String> qualified = new TreeSet<>();
        for (TypeElement type : method.mentioned()) {
            String name = type.getSimpleName().toString();
            if (shown.contains(name) && !method.widened().contains(type)) {
                qualified.add(name);
            }
        }
        return qualified;
    }

    /** What some await saves; each holds something only while the frame waits there, or before it has begun. */
    private List<Local> fields() {
        List<Local> result = new ArrayList<>(kept());
        result.removeIf(local -> !variables.isSaveable(local));
        return result;
    }

    private Set<Local> kept() {
        Set<Local> kept = new LinkedHashSet<>();
        if (Frames.isMadeFirst(method)) {
            passed().stream().filter(variables.used()::contains).forEach(kept::add);
        }
        kept.addAll(saved.all());
        return kept;
    }

    private MethodSpec machineMethod() {
        MethodSpec.Builder entry = MethodSpec.methodBuilder(Frames.entry(method))
                .addModifiers(
                        Frames.isMadeFirst(method)
                                ? List.of(Modifier.PRIVATE, Modifier.STATIC)
                                : List.of(Modifier.STATIC))
                .addTypeVariables(method.typeVariables())
                .returns(Frames.returned(method))
                .addParameter(Frames.type(method), "frame");
        passed().forEach(local -> entry.addParameter(local.type(), names.of(local)));
        CodeBlock.Builder body = CodeBlock.builder();
        for (Local constant : variables.constants()) {
            body.add("final $T $L = $L;\n", constant.type(), names.of(constant), constant.constant());
        }
        for (Local local : variables.shared()) {
            body.add("$T $L = $L;\n", local.type(), names.of(local), Variables.initial(local.type()));
        }
        return entry.addCode(body.add(layout.states().size() > 1 ? machine() : straight())
                        .build())
                .build();
    }

    /** {@code this} and the parameters. */
    private List<Local> passed() {
        List<Local> result = new ArrayList<>();
        if (method.self() != null) {
            result.add(method.self());
        }
        result.addAll(method.parameters());
        return result;
    }

    /** A body that never waits. */
    private CodeBlock straight() {
        CodeBlock.Builder out = CodeBlock.builder().beginControlFlow("try");
        out.add(blocks.print(graph.start()));
        return out.nextControlFlow("catch ($T thrown)", Throwable.class)
                .addStatement("return fail(frame, thrown)")
                .endControlFlow()
                .build();
    }

    private CodeBlock machine() {
        CodeBlock.Builder out = CodeBlock.builder();
        if (Frames.isMadeFirst(method)) {
            out.addStatement("$T awaited = frame.awaited()", awaited());
            out.addStatement("int state = frame.state");
            restore(out);
        } else {
            out.addStatement("$T awaited = null", awaited());
            out.addStatement("int state = $L", names.of(graph.start()));
            out.beginControlFlow("if (frame != null)");
            out.addStatement("state = frame.state");
            out.addStatement("awaited = frame.awaited()");
            restore(out);
            out.endControlFlow();
        }
        out.add("$L:\n", CodePrinter.MACHINE);
        out.beginControlFlow("for (;;)").beginControlFlow("try").beginControlFlow("switch (state)");
        boolean open = false;
        for (Block block : graph.blocks()) {
            if (layout.isState(block)) {
                if (open) {
                    out.endControlFlow();
                }
                out.beginControlFlow("case $L:", names.of(block));
                open = true;
            }
            out.add(blocks.print(block));
        }
        out.endControlFlow().endControlFlow();
        out.nextControlFlow("catch ($T thrown)", Throwable.class);
        handlers(out);
        return out.endControlFlow().endControlFlow().build();
    }

    /** The outcome of a stage may also be something else than a task. */
    private TypeName awaited() {
        boolean stages = graph.blocks().stream()
                .anyMatch(block -> block.exit() instanceof Exit.Suspend suspend && suspend.kind() == Wait.STAGE);
        boolean future = method.returns() == Returns.FUTURE || method.returns() == Returns.STAGE;
        return stages || future ? ClassName.OBJECT : ANY_TASK;
    }

    /** Takes out of the frame what is live where it resumes. */
    private void restore(CodeBlock.Builder out) {
        Map<List<Local>, List<String>> groups = new LinkedHashMap<>();
        for (Block state : layout.states()) {
            if (state.received() != null) {
                List<Local> live = saved.at(state).stream()
                        .filter(variables.shared()::contains)
                        .toList();
                groups.computeIfAbsent(live, key -> new ArrayList<>()).add(names.of(state));
            }
        }
        if (Frames.isMadeFirst(method)) {
            groups.computeIfAbsent(List.of(), key -> new ArrayList<>()).add(names.of(graph.start()));
        }
        if (groups.size() == 1) {
            groups.keySet().iterator().next().forEach(local -> take(local, out));
            return;
        }
        out.beginControlFlow("switch (state)");
        groups.forEach((live, states) -> {
            if (!live.isEmpty()) {
                out.beginControlFlow("case $L ->", String.join(", ", states));
                live.forEach(local -> take(local, out));
                out.endControlFlow();
            }
        });
        out.endControlFlow();
    }

    private void take(Local local, CodeBlock.Builder out) {
        String name = names.of(local);
        out.addStatement("$L = frame.$L", name, name);
        if (!local.type().isPrimitive()) {
            out.addStatement("frame.$L = null", name);
        }
    }

    private void handlers(CodeBlock.Builder out) {
        Map<Region, List<String>> states = new LinkedHashMap<>();
        for (Block state : layout.states()) {
            if (state.region() != null) {
                states.computeIfAbsent(state.region(), key -> new ArrayList<>()).add(names.of(state));
            }
        }
        if (states.isEmpty()) {
            out.addStatement("return fail(frame, thrown)");
            return;
        }
        out.beginControlFlow("switch (state)");
        states.forEach((region, inside) -> {
            out.beginControlFlow("case $L ->", String.join(", ", inside));
            out.addStatement("$L = thrown", names.of(region.failure()));
            out.addStatement("state = $L", names.of(region.handler()));
            out.endControlFlow();
        });
        out.beginControlFlow("default ->")
                .addStatement("return fail(frame, thrown)")
                .endControlFlow();
        out.endControlFlow();
    }

    private MethodSpec resume() {
        MethodSpec.Builder resume = MethodSpec.methodBuilder("resume")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(void.class);
        List<String> arguments = new ArrayList<>(List.of("this"));
        Set<Local> kept = kept();
        for (Local local : passed()) {
            String name = names.of(local);
            if (!kept.contains(local)) {
                arguments.add(Variables.argument(local.type()));
            } else if (local.type().isPrimitive()) {
                arguments.add("this." + name);
            } else {
                resume.addStatement("$T $L = this.$L", local.type(), name, name);
                resume.addStatement("this.$L = null", name);
                arguments.add(name);
            }
        }
        return resume.addStatement("$L($L)", Frames.entry(method), String.join(", ", arguments))
                .build();
    }
}
