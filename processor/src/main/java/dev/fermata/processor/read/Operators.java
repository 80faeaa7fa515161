package dev.fermata.processor.read;

import com.sun.source.tree.CompoundAssignmentTree;

/** The operators of compound assignments. */
final class Operators {
    private Operators() {}

    /** Without the {@code =}. */
    static String of(CompoundAssignmentTree tree) {
        return switch (tree.getKind()) {
            case MULTIPLY_ASSIGNMENT -> "*";
            case DIVIDE_ASSIGNMENT -> "/";
            case REMAINDER_ASSIGNMENT -> "%";
            case PLUS_ASSIGNMENT -> "+";
            case MINUS_ASSIGNMENT -> "-";
            case LEFT_SHIFT_ASSIGNMENT -> "<<";
            case RIGHT_SHIFT_ASSIGNMENT -> ">>";
            case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
            case AND_ASSIGNMENT -> "&";
            case XOR_ASSIGNMENT -> "^";
            case OR_ASSIGNMENT -> "|";
            default -> throw new IllegalArgumentException(tree.getKind().toString());
        };
    }
}
