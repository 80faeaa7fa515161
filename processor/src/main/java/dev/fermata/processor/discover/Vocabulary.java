package dev.fermata.processor.discover;

import dev.fermata.processor.ir.Returns;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Recognises the names of the runtime, by element: a user's own {@code await} is not ours. */
public final class Vocabulary {
    private static final String FERMATA = "dev.fermata.Fermata";
    private static final String ASYNC = "dev.fermata.Async";
    private static final String TASK = "dev.fermata.Task";
    private static final String SEQUENCE = "dev.fermata.AsyncSequence";
    private static final String FUTURE = "java.util.concurrent.CompletableFuture";
    private static final String STAGE = "java.util.concurrent.CompletionStage";
    private static final String ASYNC_CLOSEABLE = "dev.fermata.AsyncCloseable";

    private final Elements elements;
    private final Types types;
    private @Nullable TypeMirror asyncCloseable;

    public Vocabulary(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    public boolean isAwait(@Nullable Element element) {
        return isMethodOf(FERMATA, "await", element);
    }

    /** Whether it is the {@code await} of a stage. */
    public boolean isStageAwait(@Nullable Element element) {
        return element instanceof ExecutableElement method
                && isAwait(method)
                && isNamed(STAGE, method.getParameters().get(0).asType());
    }

    public boolean isEmit(@Nullable Element element) {
        return isMethodOf(FERMATA, "emit", element);
    }

    public boolean isEach(@Nullable Element element) {
        return isMethodOf(FERMATA, "each", element);
    }

    /** Whether calling it makes an outcome that is there: to return that from a method, no object is needed. */
    public boolean isDone(@Nullable Element element, Returns returns) {
        return switch (returns) {
            case TASK -> isMethodOf(FERMATA, "done", element);
            case FUTURE -> isMethodOf(FUTURE, "completedFuture", element);
            case STAGE ->
                isMethodOf(FUTURE, "completedFuture", element) || isMethodOf(FUTURE, "completedStage", element);
            case SEQUENCE -> isMethodOf(FERMATA, "end", element);
            case VOID -> false;
        };
    }

    /** What an {@code @Async} method with this return type returns; null if it may not return that. */
    public @Nullable Returns returns(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) {
            return Returns.VOID;
        }
        if (isTask(type)) {
            return Returns.TASK;
        }
        if (isNamed(FUTURE, type)) {
            return Returns.FUTURE;
        }
        if (isNamed(STAGE, type)) {
            return Returns.STAGE;
        }
        return isNamed(SEQUENCE, type) ? Returns.SEQUENCE : null;
    }

    private static boolean isNamed(String name, TypeMirror type) {
        return type instanceof DeclaredType declared && isNamed(name, declared.asElement());
    }

    /** Whether {@code @Async} stands on the method or class itself. */
    public boolean isAsync(@Nullable Element element) {
        return element != null
                && element.getAnnotationMirrors().stream()
                        .anyMatch(annotation ->
                                isNamed(ASYNC, annotation.getAnnotationType().asElement()));
    }

    /** The full name of an annotation on the element that is called {@code Async}, and is not ours. */
    Optional<String> namesake(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
                .filter(type -> type.getSimpleName().contentEquals("Async") && !isNamed(ASYNC, type))
                .map(type -> type.getQualifiedName().toString())
                .findFirst();
    }

    /** Whether this is a type that is called {@code Task}, and is not ours. */
    boolean isNamesakeOfTask(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getSimpleName().contentEquals("Task")
                && !isTask(type);
    }

    public boolean isTask(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && isNamed(TASK, ((DeclaredType) type).asElement());
    }

    /** Whether an async lambda may return it: a task or future, and of what. */
    public boolean isResult(TypeMirror type) {
        Returns returns = returns(type);
        return (returns == Returns.TASK || returns == Returns.FUTURE || returns == Returns.STAGE)
                && !((DeclaredType) type).getTypeArguments().isEmpty();
    }

    /** What a lambda of this type implements; none if javac has found something wrong with it. */
    public Optional<FunctionType> function(TypeMirror lambda) {
        return FunctionType.of(lambda, elements, types);
    }

    /** Whether closing a resource of this type is awaited. */
    public boolean isAsyncCloseable(@Nullable TypeMirror type) {
        if (type == null || type.getKind() == TypeKind.NULL || type.getKind().isPrimitive()) {
            return false;
        }
        if (asyncCloseable == null) {
            TypeElement element = elements.getTypeElement(ASYNC_CLOSEABLE);
            if (element == null) {
                return false;
            }
            asyncCloseable = types.erasure(element.asType());
        }
        return types.isSubtype(type, asyncCloseable);
    }

    private static boolean isMethodOf(String type, String name, @Nullable Element element) {
        return element instanceof ExecutableElement
                && element.getSimpleName().contentEquals(name)
                && isNamed(type, element.getEnclosingElement());
    }

    private static boolean isNamed(String name, @Nullable Element element) {
        return element instanceof TypeElement type && type.getQualifiedName().contentEquals(name);
    }
}
