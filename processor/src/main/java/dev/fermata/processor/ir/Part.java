package dev.fermata.processor.ir;

import com.palantir.javapoet.TypeName;

/** A piece of {@link Code}. */
public sealed interface Part {
    /** The user's own text, or ours; may hold line breaks and comments. */
    record Text(String text) implements Part {}

    /** The name of a type, printed with whatever import it needs. */
    record Type(TypeName type) implements Part {}

    /** A local's name. */
    record Use(Local local, Access access) implements Part {}

    /** A sub-expression that {@code spill} may have to evaluate beforehand. Operands are evaluated as they stand, left to right. */
    record Operand(Expr expr) implements Part {}

    /** A break, continue or return inside await-free code whose target lies outside of it. Stands where a statement may stand, with no semicolon after it. */
    record Exit(Stmt.Leave leave) implements Part {}

    /**
     * Stands directly before ({@code opens}) and directly after an {@code instanceof} expression that binds
     * {@code local}. Prints nothing while the binding's own scope suffices; where the local is needed in another state it
     * prints a parenthesis that also assigns it.
     */
    record Binding(Local local, boolean opens) implements Part {}

    /** What follows stands on this line of the user's file. Prints nothing. */
    record At(int line) implements Part {}

    /** How code uses a local. */
    enum Access {
        READ,
        /** Plain assignment: the old value is not read. */
        WRITE,
        /** Compound assignment, {@code ++}, {@code --}. */
        UPDATE,
        /** Read from within a lambda or a class body. */
        CAPTURE,
        /** The declaring occurrence, within the code itself. */
        DECLARE
    }
}
