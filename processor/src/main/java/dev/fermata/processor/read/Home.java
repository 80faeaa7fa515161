package dev.fermata.processor.read;

import javax.lang.model.element.TypeElement;

/** Where an unqualified member is found (JLS 15.12.1), seen from the method that is read. */
sealed interface Home {
    /** In a class body inside the method: its name stays as it is. */
    record Inside() implements Home {}

    /** In the owner's instance. */
    record Self() implements Home {}

    /** In an enclosing class's instance. */
    record Enclosing(TypeElement outer) implements Home {}

    /** In no instance; to be qualified with the class. */
    record Static(TypeElement type) implements Home {}
}
