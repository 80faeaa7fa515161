package dev.fermata.processor.oracle.fuzz;

import java.util.List;

/** The types that the values of a random program have. */
enum Type {
    INT("int", "Integer"),
    LONG("long", "Long"),
    BOOLEAN("boolean", "Boolean"),
    STRING("String", "String"),
    ARRAY("int[]", "int[]");

    static final List<Type> ALL = List.of(values());

    /** Those whose values print alike on both sides. */
    static final List<Type> PRINTABLE = List.of(INT, LONG, BOOLEAN, STRING);

    final String text;

    /** The same as a type argument. */
    final String boxed;

    Type(String text, String boxed) {
        this.text = text;
        this.boxed = boxed;
    }
}
