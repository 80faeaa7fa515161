package dev.fermata.processor.discover;

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

    public boolean isDone(@Nullable Element element) {
        return isMethodOf(FERMATA, "done", element);
    }

    /** Whether {@code @Async} stands on the method or class itself. */
    public boolean isAsync(@Nullable Element element) {
        return element != null
                && element.getAnnotationMirrors().stream()
                        .anyMatch(annotation ->
                                isNamed(ASYNC, annotation.getAnnotationType().asElement()));
    }

    public boolean isTask(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && isNamed(TASK, ((DeclaredType) type).asElement());
    }

    /** Whether an async lambda may return it: a task, and of what. */
    public boolean isResult(TypeMirror type) {
        return isTask(type) && !((DeclaredType) type).getTypeArguments().isEmpty();
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
        return types.isSubtype(types.erasure(type), asyncCloseable);
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
