package dev.fermata.processor.oracle.fuzz;

import java.util.List;

/** The types that the values of a random program have. */
enum Type {
    INT("int"),
    LONG("long"),
    BOOLEAN("boolean"),
    STRING("String"),
    ARRAY("int[]");

    static final List<Type> ALL = List.of(values());

    /** Those whose values print alike on both sides. */
    static final List<Type> PRINTABLE = List.of(INT, LONG, BOOLEAN, STRING);

    final String text;

    Type(String text) {
        this.text = text;
    }
}
