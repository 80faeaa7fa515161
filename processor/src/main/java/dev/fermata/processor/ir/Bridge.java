package dev.fermata.processor.ir;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A method that {@code link} adds to the owner, for what a nest mate cannot say. The generated source calls it by
 * {@link #name}, on the owner's instance, or on the owner where it reaches a static member; the widened view declares it.
 */
public sealed interface Bridge {
    /** A name that no member of the owner has. */
    String name();

    /**
     * {@code super.m(...)}, {@code Interface.super.m(...)}, or a protected static method of a superclass in another
     * package: that very method, which no override catches.
     *
     * @param declaredIn for {@code super} the owner's superclass, for {@code Interface.super} that interface; else the class
     *     that declares the method
     */
    record Call(String name, ExecutableElement method, TypeElement declaredIn) implements Bridge {}

    /** A protected instance method of a superclass in another package, called without {@code super}: an override is found. */
    record Virtual(String name, ExecutableElement method) implements Bridge {}

    /** Reads a protected field of a superclass in another package, or {@code super.f}. */
    record Get(String name, VariableElement field) implements Bridge {}

    /** Assigns such a field and returns the value: {@code name(value)}. */
    record Set(String name, VariableElement field) implements Bridge {}

    /** {@code Outer.this}, of an inner class: the enclosing instance. */
    record Outer(String name, TypeElement outer) implements Bridge {}

    /** A bridge of a class around the owner, {@code host}, and not of the owner itself. */
    record Of(TypeElement host, Bridge bridge) implements Bridge {
        @Override
        public String name() {
            return bridge.name();
        }
    }
}
