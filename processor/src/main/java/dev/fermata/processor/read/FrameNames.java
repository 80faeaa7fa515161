package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Names for the generated classes: {@code Outer_Inner_method}, and a number for an overload. */
final class FrameNames {
    private static final Set<String> FRAMES = Set.of(
            "dev.fermata.Frame", "dev.fermata.FutureFrame", "dev.fermata.GeneratorFrame", "dev.fermata.VoidFrame");

    private final Elements elements;
    private final Map<String, ExecutableElement> given = new HashMap<>();

    FrameNames(Elements elements) {
        this.elements = elements;
    }

    ClassName of(ExecutableElement method) {
        String packageName = elements.getPackageOf(method).getQualifiedName().toString();
        StringBuilder wish = new StringBuilder(method.getSimpleName());
        for (Element at = method.getEnclosingElement(); at instanceof TypeElement; at = at.getEnclosingElement()) {
            wish.insert(0, at.getSimpleName() + "_");
        }
        String name = wish.toString();
        for (int i = 2; !isFree(packageName.isEmpty() ? name : packageName + "." + name, method); i++) {
            name = wish + "_" + i;
        }
        return ClassName.get(packageName, name);
    }

    private boolean isFree(String name, ExecutableElement method) {
        TypeElement other = elements.getTypeElement(name);
        if (other != null && !isFrame(other)) {
            return false;
        }
        return given.putIfAbsent(name, method) == null || method.equals(given.get(name));
    }

    /** One that an earlier build left in the output folder. */
    private static boolean isFrame(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        return superclass instanceof DeclaredType declared
                && FRAMES.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }
}
