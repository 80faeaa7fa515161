package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The types and names that a frame class is made of. */
final class Frames {
    /** Methods that {@code Frame} and its superclasses have: an entry of that name would overload them. */
    private static final Set<String> INHERITED = Set.of(
            "awaited",
            "cancel",
            "clone",
            "complete",
            "completeWith",
            "done",
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

    /** The {@code T} of the {@code Frame<T>} that it extends. */
    static TypeName result(AsyncMethod method) {
        return method.result() instanceof WildcardTypeName wildcard
                ? wildcard.upperBounds().get(0)
                : method.result();
    }

    static TypeName task(AsyncMethod method) {
        return ParameterizedTypeName.get(ClassName.get("dev.fermata", "Task"), result(method));
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

    /** The entry, without its body. */
    static MethodSpec.Builder entry(AsyncMethod method, Names names) {
        MethodSpec.Builder entry = MethodSpec.methodBuilder(entry(method))
                .addModifiers(Modifier.STATIC)
                .addTypeVariables(method.typeVariables())
                .returns(task(method))
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
