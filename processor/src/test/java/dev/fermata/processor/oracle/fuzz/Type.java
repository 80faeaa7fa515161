package dev.fermata.processor.oracle.fuzz;

/** The types that the values of a random program have. */
enum Type {
    INT("int"),
    LONG("long"),
    BOOLEAN("boolean"),
    STRING("String"),
    ARRAY("int[]");

    final String text;

    Type(String text) {
        this.text = text;
    }
}
