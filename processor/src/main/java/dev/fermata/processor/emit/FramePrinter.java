package dev.fermata.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
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
import org.jspecify.annotations.Nullable;

/** Prints the class: its states, its fields, the method that runs it, and the one that resumes it. */
final class FramePrinter {
    private final Graph graph;
    private final AsyncMethod method;
    private final Layout layout;
    private final Names names;
    private final Saved saved;
    private final Variables variables;
    private final BlockPrinter blocks;
    private final SwitchPrinter switches;
    private final @Nullable PartsPrinter parts;

    /** @param parts none for a machine of one method */
    FramePrinter(
            Graph graph,
            Layout layout,
            Names names,
            Saved saved,
            Variables variables,
            BlockPrinter blocks,
            SwitchPrinter switches,
            @Nullable PartsPrinter parts) {
        this.graph = graph;
        this.method = graph.method();
        this.layout = layout;
        this.names = names;
        this.saved = saved;
        this.variables = variables;
        this.blocks = blocks;
        this.switches = switches;
        this.parts = parts;
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(method.frame())
                .addModifiers(Modifier.FINAL)
                .addTypeVariables(method.typeVariables())
                .superclass(Frames.superclass(method, opensScope()));
        Set<String> lint = Lint.of(method, layout, variables.used());
        if (!lint.isEmpty()) {
            type.addAnnotation(suppressing(lint));
        }
        qualified().forEach(type::alwaysQualify);
        int number = 0;
        for (Block state : layout.states()) {
            type.addField(
                    FieldSpec.builder(int.class, names.of(state), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer("$L", number++)
                            .build());
        }
        if (Frames.isMadeFirst(method)) {
            new GeneratorPrinter(method, names, variables).addTo(type);
        }
        if (parts != null) {
            parts.addTo(type);
            return type.build();
        }
        for (Local local : fields()) {
            type.addField(local.type(), names.of(local), Modifier.PRIVATE);
        }
        return type.addMethod(entry()).addMethod(resume()).build();
    }

    private static AnnotationSpec suppressing(Set<String> lint) {
        CodeBlock names = lint.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", lint.size() == 1 ? "$L" : "{$L}", names)
                .build();
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
            Frames.passed(method).stream().filter(variables.used()::contains).forEach(kept::add);
        }
        kept.addAll(saved.all());
        return kept;
    }

    private MethodSpec entry() {
        CodeBlock.Builder body = CodeBlock.builder();
        for (Local constant : variables.constants()) {
            body.add("final $T $L = $L;\n", constant.type(), names.of(constant), constant.constant());
        }
        for (Local local : variables.shared()) {
            body.add("$T $L = $L;\n", local.type(), names.of(local), Variables.initial(local.type()));
        }
        return Frames.machine(method, names)
                .addCode(body.add(layout.states().size() > 1 ? machine() : straight())
                        .build())
                .build();
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
        if (blocks.countsAwaits()) {
            out.addStatement("int awaits = 0");
        }
        if (Frames.isMadeFirst(method)) {
            out.addStatement("$T awaited = frame.awaited()", Frames.awaited(graph));
            out.addStatement("int state = frame.state");
            restore(out);
        } else {
            out.addStatement("$T awaited = null", Frames.awaited(graph));
            out.addStatement("int state = $L", names.of(graph.start()));
            out.beginControlFlow("if (frame != null)");
            out.addStatement("state = frame.state");
            out.addStatement("awaited = frame.awaited()");
            restore(out);
            out.endControlFlow();
        }
        return out.add(switches.print(graph.blocks(), CodeBlock.of(""))).build();
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
        groups.remove(List.of());
        if (groups.size() == 1 && groups.values().iterator().next().size() == 1) {
            groups.forEach((live, states) -> {
                out.beginControlFlow("if (state == $L)", states.get(0));
                live.forEach(local -> take(local, out));
                out.endControlFlow();
            });
            return;
        }
        out.beginControlFlow("switch (state)");
        groups.forEach((live, states) -> {
            out.beginControlFlow("case $L ->", String.join(", ", states));
            live.forEach(local -> take(local, out));
            out.endControlFlow();
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

    private MethodSpec resume() {
        MethodSpec.Builder resume = Frames.resume();
        List<String> arguments = new ArrayList<>(List.of("this"));
        Set<Local> kept = kept();
        for (Local local : Frames.passed(method)) {
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
