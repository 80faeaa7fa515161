package dev.fermata.processor.ir;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type that javac infers and Java has no name for, {@code Number & Comparable<?>}. The generated class declares a type
 * variable for it; a value of it, or of a type that mentions it, is cast without a check.
 *
 * <pre>{@code var list = List.of(1, 2.0);   ->   List<Common> list = (List<Common>) (List<?>) List.of(1, 2.0);}</pre>
 */
public final class InferredType {
    private InferredType() {}

    /** The type variable; only these have bounds: those of the user's are known by their names. */
    public static TypeVariableName of(String name, List<TypeName> bounds) {
        return TypeVariableName.get(name, bounds.toArray(TypeName[]::new));
    }

    /** Whether a type is, or mentions, such a type variable. */
    public static boolean isIn(TypeName type) {
        return in(type).findAny().isPresent();
    }

    /** Those that a type mentions. */
    public static Stream<TypeVariableName> in(TypeName type) {
        if (type instanceof TypeVariableName variable) {
            return variable.bounds().isEmpty()
                    ? Stream.of()
                    : Stream.concat(
                            Stream.of(variable), variable.bounds().stream().flatMap(InferredType::in));
        } else if (type instanceof ArrayTypeName array) {
            return in(array.componentType());
        } else if (type instanceof WildcardTypeName wildcard) {
            return Stream.concat(wildcard.lowerBounds().stream(), wildcard.upperBounds().stream())
                    .flatMap(InferredType::in);
        } else if (type instanceof ParameterizedTypeName parameterized) {
            return parameterized.typeArguments().stream().flatMap(InferredType::in);
        }
        return Stream.of();
    }

    /** A value that javac has found to be of this type, as one of the type that the generated class declares. */
    public static List<Part> convert(TypeName type, List<Part> value) {
        if (!isIn(type) || isDeclaredSo(value)) {
            return value;
        }
        boolean primary = Primary.is(value);
        List<Part> parts = new ArrayList<>(cast(type));
        parts.add(new Part.Text(primary ? "" : "("));
        parts.addAll(value);
        parts.add(new Part.Text(primary ? "" : ")"));
        return parts;
    }

    /** A variable of the generated class, or what an iterator of ours returns. */
    private static boolean isDeclaredSo(List<Part> value) {
        return !value.isEmpty()
                && value.get(0) instanceof Part.Use use
                && isIn(use.local().type())
                && (value.size() == 1 || use.local().kind() == Local.Kind.TEMPORARY);
    }

    /** What stands before such a value: {@code (List<Common>) (List<?>) }. */
    public static List<Part> cast(TypeName type) {
        return List.of(
                new Part.Text("("),
                new Part.Type(type),
                new Part.Text(") ("),
                new Part.Type(open(type)),
                new Part.Text(") "));
    }

    /** The least special type of the same class. */
    private static TypeName open(TypeName type) {
        if (type instanceof ArrayTypeName array) {
            return ArrayTypeName.of(open(array.componentType()));
        }
        if (type instanceof ParameterizedTypeName parameterized) {
            return ParameterizedTypeName.get(
                    parameterized.rawType(),
                    parameterized.typeArguments().stream()
                            .map(argument -> WildcardTypeName.subtypeOf(Object.class))
                            .toArray(TypeName[]::new));
        }
        return ClassName.OBJECT;
    }
}
