package dev.fermata.processor.read;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Of some classes, which extend or implement another, also through others. */
final class Subclasses {
    private final Types types;
    private final Map<Element, Set<TypeElement>> bySuperclass = new HashMap<>();

    Subclasses(Types types) {
        this.types = types;
    }

    /** Adds a class and its member classes. */
    void addAll(TypeElement type) {
        add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::addAll);
    }

    void add(TypeElement type) {
        add(type, type);
    }

    private void add(TypeElement type, TypeElement at) {
        for (TypeMirror parent : types.directSupertypes(at.asType())) {
            if (types.asElement(parent) instanceof TypeElement superclass
                    && bySuperclass
                            .computeIfAbsent(superclass, key -> new LinkedHashSet<>())
                            .add(type)) {
                add(type, superclass);
            }
        }
    }

    Set<TypeElement> of(Element superclass) {
        return bySuperclass.getOrDefault(superclass, Set.of());
    }
}
