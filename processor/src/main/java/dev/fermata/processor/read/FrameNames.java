package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import dev.fermata.processor.ir.FrameClasses;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Names for the generated classes: {@code Outer_Inner_method}, {@code Outer_method_spawn} for a lambda, {@code Outer_method_Local_method} in a local class, and a number for an overload. */
final class FrameNames {
    private final Elements elements;
    private final Map<String, Object> given = new HashMap<>();

    FrameNames(Elements elements) {
        this.elements = elements;
    }

    ClassName of(ExecutableElement method) {
        return of(method, elements.getPackageOf(method), wish(method));
    }

    /** {@code Outer_Inner_method}; without a name at the end for an initializer. */
    static String wish(Element member) {
        boolean isConstructor = member.getKind() == ElementKind.CONSTRUCTOR;
        StringBuilder wish = new StringBuilder(isConstructor ? "new" : member.getSimpleName());
        Element around = member.getEnclosingElement();
        while (around != null && !(around instanceof PackageElement)) {
            String name = name(around);
            wish.insert(0, name.isEmpty() ? "" : name + "_");
            around = around.getEnclosingElement();
        }
        return wish.toString();
    }

    /** Of an anonymous class that of what it extends; none for a constructor or an initializer. */
    private static String name(Element element) {
        if (!(element instanceof TypeElement type) || !type.getSimpleName().isEmpty()) {
            return element.getSimpleName().toString().replaceAll("<.*", "");
        }
        TypeMirror parent = type.getInterfaces().isEmpty()
                ? type.getSuperclass()
                : type.getInterfaces().get(0);
        return ((DeclaredType) parent).asElement().getSimpleName().toString();
    }

    /** @param subject what the class is made from, and always has the same name */
    ClassName of(Object subject, PackageElement in, String wish) {
        String packageName = in.getQualifiedName().toString();
        String name = wish;
        for (int i = 2; !isFree(packageName.isEmpty() ? name : packageName + "." + name, subject); i++) {
            name = wish + "_" + i;
        }
        return ClassName.get(packageName, name);
    }

    private boolean isFree(String name, Object subject) {
        TypeElement other = elements.getTypeElement(name);
        if (other != null && !isFrame(other)) {
            return false;
        }
        return given.putIfAbsent(name, subject) == null || subject.equals(given.get(name));
    }

    /** One that an earlier build left in the output folder. */
    private static boolean isFrame(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        return superclass instanceof DeclaredType declared
                && FrameClasses.NAMES.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }
}
