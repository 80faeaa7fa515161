package dev.fermata.processor.oracle.fuzz;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type that the values of a random program have.
 *
 * @param sort what the grammar calls it
 * @param text in Java
 * @param box the same as a type argument
 * @param literal its simplest expression
 * @param prints whether its values print alike on both sides
 */
record Type(String sort, String text, String box, String literal, boolean prints) {
    static final List<Type> ALL = List.of(
            new Type("int", "int", "Integer", "0", true),
            new Type("long", "long", "Long", "0L", true),
            new Type("byte", "byte", "Byte", "(byte) 0", true),
            new Type("short", "short", "Short", "(short) 0", true),
            new Type("char", "char", "Character", "'c'", true),
            new Type("double", "double", "Double", "0.0", true),
            new Type("float", "float", "Float", "0f", true),
            new Type("boolean", "boolean", "Boolean", "false", true),
            new Type("String", "String", "String", "\"\"", true),
            new Type("Integer", "Integer", "Integer", "((Integer) 0)", true),
            new Type("Long", "Long", "Long", "((Long) 0L)", true),
            new Type("Object", "Object", "Object", "object", true),
            new Type("ints", "int[]", "int[]", "array", false),
            new Type("objects", "Object[]", "Object[]", "objects", false),
            new Type("List", "List<Integer>", "List<Integer>", "list", true));

    static final List<Type> PRINTING = ALL.stream().filter(Type::prints).toList();

    /** The simplest text of each sort that has one. */
    static final Map<String, String> SIMPLEST = Stream.concat(
                    ALL.stream(),
                    Stream.of("otherwise", "ending").map(optional -> new Type(optional, "", "", "", false)))
            .collect(Collectors.toMap(Type::sort, Type::literal));

    private static final Map<String, Type> BY_SORT =
            ALL.stream().collect(Collectors.toMap(Type::sort, Function.identity()));

    static boolean is(String sort) {
        return BY_SORT.containsKey(sort);
    }
}
