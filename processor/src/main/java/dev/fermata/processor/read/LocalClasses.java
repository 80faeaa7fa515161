package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import dev.fermata.processor.ir.LocalClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the async bodies of a unit declare and that the generated source names as members of their owner. All
 * other local and anonymous classes, which stand within class bodies, are a part of the text that they stand in.
 */
final class LocalClasses {
    private final Map<TypeElement, LocalClass> byElement = new LinkedHashMap<>();

    void add(LocalClass local) {
        byElement.put(local.element(), local);
    }

    @Nullable LocalClass of(@Nullable Element element) {
        return element instanceof TypeElement type ? byElement.get(type) : null;
    }

    /** Those declared in one method. */
    List<LocalClass> in(Element method) {
        List<LocalClass> result = new ArrayList<>();
        for (LocalClass local : byElement.values()) {
            Element at = local.element();
            while (at != null && !at.equals(method)) {
                at = at.getEnclosingElement();
            }
            if (at != null) {
                result.add(local);
            }
        }
        return result;
    }

    /** Whether a class is a part of text, so that it can be named only as the text does. */
    boolean isText(Element type) {
        for (Element at = type; at instanceof TypeElement outer; at = at.getEnclosingElement()) {
            if (byElement.containsKey(outer)) {
                return false;
            }
            if (outer.getNestingKind() == NestingKind.LOCAL || outer.getNestingKind() == NestingKind.ANONYMOUS) {
                return true;
            }
        }
        return false;
    }

    /** The name of a class; one that is a part of text is named as it stands. */
    ClassName name(TypeElement type) {
        LocalClass local = byElement.get(type);
        if (local != null) {
            return local.name();
        }
        if (type.getNestingKind() == NestingKind.LOCAL) {
            return ClassName.get("", type.getSimpleName().toString());
        }
        return type.getEnclosingElement() instanceof TypeElement outer
                ? name(outer).nestedClass(type.getSimpleName().toString())
                : ClassName.get(type);
    }
}
