package dev.fermata.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The classes around a class: those that it is a member of, or that a body in which it is declared is of. */
final class Enclosing {
    private Enclosing() {}

    /** The class itself, then outwards. */
    static List<TypeElement> classes(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        for (Element at = type; at != null; at = at.getEnclosingElement()) {
            if (at instanceof TypeElement around) {
                classes.add(around);
            }
        }
        return classes;
    }
}
