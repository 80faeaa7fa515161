package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Returns;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The types and names that a frame class is made of. */
final class Frames {
    private static final ClassName FRAME = ClassName.get("dev.fermata", "Frame");
    private static final ClassName FUTURE_FRAME = ClassName.get("dev.fermata", "FutureFrame");
    private static final ClassName SCOPED_FRAME = ClassName.get("dev.fermata", "ScopedFrame");
    private static final ClassName TASK = ClassName.get("dev.fermata", "Task");

    /** Methods that {@code Frame} and its superclasses have: an entry of that name would overload them. */
    private static final Set<String> INHERITED = Set.of(
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
            "getClass",
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
        boolean future = method.returns() == Returns.FUTURE || method.returns() == Returns.STAGE;
        return future ? FUTURE_FRAME : FRAME;
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

    /** The name of the static method that runs the machine: the user's, unless that means something else there. */
    static String entry(AsyncMethod method) {
        String name = method.element().getSimpleName().toString();
        return INHERITED.contains(name) ? name + "_" : name;
    }
}
