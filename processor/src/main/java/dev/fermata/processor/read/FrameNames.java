package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
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

/** Names for the generated classes: {@code Outer_Inner_method}, {@code Outer_method_spawn} for a lambda, and a number for an overload. */
final class FrameNames {
    private static final String FRAME = "dev.fermata.Frame";

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
        for (Element at = member.getEnclosingElement(); at instanceof TypeElement; at = at.getEnclosingElement()) {
            wish.insert(0, at.getSimpleName() + "_");
        }
        return wish.toString();
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
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(FRAME);
    }
}
