package dev.fermata.processor.ir;

import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * A variable of an async body: the user's, or one of ours. Compared by identity: two locals of one name are two locals.
 */
public final class Local {
    /** Where a local comes from. */
    public enum Kind {
        /** {@code this} of the original method. */
        SELF,
        PARAMETER,
        /** A declared local, a loop variable, a catch parameter or a resource, standing outside any fragment's lambda. */
        DECLARED,
        /** Bound by a pattern. */
        PATTERN,
        /** Declared within a lambda of a fragment; known only so that its name is kept free. */
        INNER,
        /** Made by a pass, to hold an operand. */
        TEMPORARY
    }

    private final String name;
    private final TypeName type;
    private final Kind kind;
    private final boolean effectivelyFinal;
    private final @Nullable String constant;

    private Local(String name, TypeName type, Kind kind, boolean effectivelyFinal, @Nullable String constant) {
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.effectivelyFinal = effectivelyFinal;
        this.constant = constant;
    }

    /** A variable of the user's; {@code type} is denotable. */
    public static Local of(String name, TypeName type, Kind kind, boolean effectivelyFinal) {
        return new Local(name, type, kind, effectivelyFinal, null);
    }

    /** A constant variable (JLS 4.12.4), with its value as Java source: it needs no saving and stays a constant. */
    public static Local constant(String name, TypeName type, String value) {
        return new Local(name, type, Kind.DECLARED, true, value);
    }

    /** A variable that a pass makes; emit gives it a free name that begins like {@code hint}. */
    public static Local temporary(String hint, TypeName type) {
        return new Local(hint, type, Kind.TEMPORARY, false, null);
    }

    public String name() {
        return name;
    }

    public TypeName type() {
        return type;
    }

    public Kind kind() {
        return kind;
    }

    /** Never assigned after it got its first value, so that lambdas may capture it. */
    public boolean effectivelyFinal() {
        return effectivelyFinal;
    }

    /** The value of a constant variable, as Java source. */
    public @Nullable String constant() {
        return constant;
    }

    @Override
    public String toString() {
        return name;
    }
}
