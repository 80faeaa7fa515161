package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Start;
import dev.fermata.processor.ir.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;

/** The types and names that a frame class is made of. */
final class Frames {
    private static final ClassName FRAME = ClassName.get("dev.fermata", "Frame");
    private static final ClassName FUTURE_FRAME = ClassName.get("dev.fermata", "FutureFrame");
    private static final ClassName SCOPED_FRAME = ClassName.get("dev.fermata", "ScopedFrame");
    private static final ClassName TASK = ClassName.get("dev.fermata", "Task");

    static final TypeName ANY_TASK = ParameterizedTypeName.get(TASK, WildcardTypeName.subtypeOf(Object.class));

    /** Methods that {@code Frame} and its superclasses have: an entry of that name would overload them. */
    static final Set<String> INHERITED = Set.of(
            "advance",
            "awaited",
            "cancel",
            "clone",
            "close",
            "closeAsync",
            "complete",
            "completeWith",
            "current",
            "done",
            "emit",
            "emitInHandler",
            "emitted",
            "end",
            "enter",
            "equals",
            "fail",
            "failed",
            "failure",
            "finalize",
            "from",
            "fromCallback",
            "getClass",
            "givesWay",
            "hashCode",
            "isCancelled",
            "isDone",
            "isCancelRequested",
            "isFailed",
            "isReady",
            "notify",
            "notifyAll",
            "onDone",
            "outcomeOf",
            "result",
            "resume",
            "suspend",
            "suspendInHandler",
            "toCompletableFuture",
            "toString",
            "wait");

    private Frames() {}

    /** The frame's own type, with its type variables. */
    static TypeName type(AsyncMethod method) {
        return method.typeVariables().isEmpty()
                ? method.frame()
                : ParameterizedTypeName.get(
                        method.frame(), method.typeVariables().toArray(TypeName[]::new));
    }

    /** The class of the runtime that has what generated code calls. */
    static ClassName library(AsyncMethod method) {
        return returnsFuture(method) ? FUTURE_FRAME : FRAME;
    }

    static boolean returnsFuture(AsyncMethod method) {
        return method.returns() == Returns.FUTURE || method.returns() == Returns.STAGE;
    }

    /** What the frame extends. */
    static TypeName superclass(AsyncMethod method, boolean opensScope) {
        return switch (method.returns()) {
            case TASK -> ParameterizedTypeName.get(opensScope ? SCOPED_FRAME : FRAME, result(method));
            case FUTURE, STAGE -> ParameterizedTypeName.get(FUTURE_FRAME, result(method));
            case VOID -> ClassName.get("dev.fermata", "VoidFrame");
            case SEQUENCE -> ParameterizedTypeName.get(ClassName.get("dev.fermata", "GeneratorFrame"), result(method));
        };
    }

    /** What the method that runs the machine returns: what the user's method does, if that needs no more. */
    static TypeName returned(AsyncMethod method) {
        return switch (method.returns()) {
            case TASK, VOID -> ParameterizedTypeName.get(TASK, result(method));
            case FUTURE -> ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), result(method));
            case STAGE -> ParameterizedTypeName.get(ClassName.get(CompletionStage.class), result(method));
            case SEQUENCE -> ParameterizedTypeName.get(TASK, ClassName.get(Boolean.class));
        };
    }

    /** Whether a frame exists before the machine runs. */
    static boolean isMadeFirst(AsyncMethod method) {
        return method.returns() == Returns.SEQUENCE;
    }

    /** The {@code T} of what it returns. */
    static TypeName result(AsyncMethod method) {
        return method.result() instanceof WildcardTypeName wildcard
                ? wildcard.upperBounds().get(0)
                : method.result();
    }

    /** The name of the static method that runs the machine: the user's, unless it has none or it means something else there. */
    static String entry(AsyncMethod method) {
        if (!(method.start() instanceof Start.Call)) {
            return Start.LAMBDA_ENTRY;
        }
        String name = method.element().getSimpleName().toString();
        return INHERITED.contains(name) ? name + "_" : name;
    }

    /** {@code this} and the parameters: what a call passes to the entry. */
    static List<Local> passed(AsyncMethod method) {
        List<Local> result = new ArrayList<>();
        if (method.self() != null) {
            result.add(method.self());
        }
        result.addAll(method.parameters());
        return result;
    }

    /** What a variable has to be for what is awaited: the outcome of a stage may also be something else than a task. */
    static TypeName awaited(Graph graph) {
        boolean stages = graph.blocks().stream()
                .anyMatch(block -> block.exit() instanceof Exit.Suspend suspend && suspend.kind() == Wait.STAGE);
        return stages || library(graph.method()).equals(FUTURE_FRAME) ? ClassName.OBJECT : ANY_TASK;
    }

    /** The type of the field {@code state}. */
    static TypeName stateType(AsyncMethod method) {
        return library(method).equals(FUTURE_FRAME) ? TypeName.INT : TypeName.CHAR;
    }

    /** The method that runs the machine, without its body; the entry itself, unless that makes the frame first. */
    static MethodSpec.Builder machine(AsyncMethod method, Names names) {
        MethodSpec.Builder entry = MethodSpec.methodBuilder(entry(method))
                .addModifiers(
                        isMadeFirst(method) ? List.of(Modifier.PRIVATE, Modifier.STATIC) : List.of(Modifier.STATIC))
                .addTypeVariables(method.typeVariables())
                .returns(returned(method))
                .addParameter(type(method), "frame");
        passed(method).forEach(local -> entry.addParameter(local.type(), names.of(local)));
        return entry;
    }

    /** {@code resume()}, without its body. */
    static MethodSpec.Builder resume() {
        return MethodSpec.methodBuilder("resume")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(void.class);
    }
}
