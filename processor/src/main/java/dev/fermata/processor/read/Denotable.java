package dev.fermata.processor.read;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Names for types: the upward projection (JLS 4.10.5) of a type with captured type variables. There is none for an
 * anonymous class; that of an intersection is an {@link InferredType}.
 */
final class Denotable {
    static final String PART_WITHOUT_NAME = "it has a part without a name";

    private final Types types;
    private final LocalClasses localClasses;
    private final Map<Element, String> variables;
    private final Source source;
    private final Map<List<TypeName>, TypeVariableName> inferred = new LinkedHashMap<>();

    /**
     * @param variables names for type variables that have another than their own
     * @param source which says nothing that an inferred type may be called
     */
    Denotable(Types types, LocalClasses localClasses, Map<Element, String> variables, Source source) {
        this.types = types;
        this.localClasses = localClasses;
        this.variables = variables;
        this.source = source;
    }

    /** The name of the least named supertype; null if there is none that keeps all members. */
    @Nullable TypeName of(TypeMirror type) {
        return project(type, new HashSet<>());
    }

    /** The type variables that {@link #of} has named intersections by. */
    List<TypeVariableName> inferred() {
        return List.copyOf(inferred.values());
    }

    /** Why a type has no name, for a message. */
    static String reason(TypeMirror type) {
        if (type instanceof IntersectionType) {
            return "it is an intersection of several";
        }
        boolean anonymous = type instanceof DeclaredType declared && isAnonymous(declared);
        return anonymous ? "it is an anonymous class" : PART_WITHOUT_NAME;
    }

    static boolean isAnonymous(DeclaredType type) {
        return ((TypeElement) type.asElement()).getNestingKind() == NestingKind.ANONYMOUS;
    }

    /** Intersections of the same parts have one name. */
    private @Nullable TypeName intersection(IntersectionType type, Set<TypeVariable> open) {
        List<TypeName> bounds = new ArrayList<>();
        for (TypeMirror part : type.getBounds()) {
            TypeName name = part instanceof DeclaredType declared ? part(declared, open) : null;
            if (name == null) {
                return null;
            }
            bounds.add(name);
        }
        if (bounds.size() > 1) {
            bounds.remove(ClassName.OBJECT);
        }
        TypeVariableName known = inferred.get(bounds);
        if (known == null) {
            Set<String> taken =
                    inferred.values().stream().map(TypeVariableName::name).collect(Collectors.toSet());
            known = InferredType.of(source.unusedName("Common", taken), bounds);
            inferred.put(bounds, known);
        }
        return known;
    }

    /** An argument that is an intersection may be left open where values of it only go in: {@code Comparable<?>}. */
    private @Nullable TypeName part(DeclaredType type, Set<TypeVariable> open) {
        TypeElement element = (TypeElement) type.asElement();
        List<TypeName> arguments = new ArrayList<>();
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            TypeMirror argument = type.getTypeArguments().get(i);
            TypeMirror bound = argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : null;
            TypeParameterElement parameter = element.getTypeParameters().get(i);
            if (!(bound instanceof IntersectionType) || !isOnlyGivenTo(element, parameter)) {
                return project(type, open);
            }
            arguments.add(WildcardTypeName.subtypeOf(Object.class));
        }
        return arguments.isEmpty()
                ? project(type, open)
                : ParameterizedTypeName.get(localClasses.name(element), arguments.toArray(TypeName[]::new));
    }

    /** Whether no method or field of an interface gives out what has the parameter as its type. */
    private static boolean isOnlyGivenTo(TypeElement type, TypeParameterElement parameter) {
        return type.getInterfaces().isEmpty()
                && ElementFilter.fieldsIn(type.getEnclosedElements()).isEmpty()
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .allMatch(method -> method.getReturnType().getKind().isPrimitive()
                                || method.getReturnType().getKind() == TypeKind.VOID)
                && type.getTypeParameters().contains(parameter);
    }

    /**
     * What {@code T} of {@code Task<T>}, or of another type that async code returns, is at most; {@code Void} for none. Only
     * an async lambda's may have no name.
     */
    TypeName result(TypeMirror returned, TreePath place) {
        if (returned.getKind() == TypeKind.VOID) {
            return ClassName.get(Void.class);
        }
        TypeMirror argument = ((DeclaredType) returned).getTypeArguments().get(0);
        if (argument instanceof WildcardType wildcard) {
            argument = wildcard.getExtendsBound();
        }
        TypeName name = argument == null ? ClassName.OBJECT : of(argument);
        if (name == null) {
            throw new Rejection(Message.VALUE_TYPE_HAS_NO_NAME, place, reason(argument));
        }
        return name;
    }

    private @Nullable TypeName project(TypeMirror type, Set<TypeVariable> open) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID ->
                TypeName.get(type).withoutAnnotations();
            case NULL -> ClassName.OBJECT;
            case ARRAY -> {
                TypeName component = project(((ArrayType) type).getComponentType(), open);
                yield component == null ? null : ArrayTypeName.of(component);
            }
            case TYPEVAR -> variable((TypeVariable) type, open);
            case DECLARED -> declared((DeclaredType) type, open);
            case INTERSECTION -> intersection((IntersectionType) type, open);
            case UNION -> project(commonSuperclass(((UnionType) type).getAlternatives()), open);
            default -> null;
        };
    }

    /** The type of a multi-catch parameter. */
    private TypeMirror commonSuperclass(List<? extends TypeMirror> alternatives) {
        TypeMirror common = alternatives.get(0);
        while (!isSupertypeOfAll(common, alternatives)) {
            common = ((TypeElement) types.asElement(common)).getSuperclass();
        }
        return common;
    }

    private boolean isSupertypeOfAll(TypeMirror type, List<? extends TypeMirror> subtypes) {
        return subtypes.stream().allMatch(subtype -> types.isSubtype(subtype, type));
    }

    private @Nullable TypeName variable(TypeVariable variable, Set<TypeVariable> open) {
        if (!isCaptured(variable)) {
            Element element = variable.asElement();
            return TypeVariableName.get(
                    variables.getOrDefault(element, element.getSimpleName().toString()));
        }
        if (!open.add(variable)) {
            return null;
        }
        TypeName bound = project(variable.getUpperBound(), open);
        open.remove(variable);
        return bound;
    }

    private @Nullable TypeName declared(DeclaredType type, Set<TypeVariable> open) {
        TypeElement element = (TypeElement) type.asElement();
        LocalClass local = localClasses.of(element);
        if (element.getNestingKind() == NestingKind.ANONYMOUS && local == null) {
            return null;
        }
        List<TypeName> arguments = new ArrayList<>();
        if (local != null
                && type.getTypeArguments().size() == element.getTypeParameters().size()) {
            local.typeVariables().forEach(variable -> arguments.add(TypeVariableName.get(variable)));
        }
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            TypeName argument = argument(
                    type.getTypeArguments().get(i), element.getTypeParameters().get(i), open);
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        TypeName[] array = arguments.toArray(new TypeName[0]);
        TypeName outer =
                type.getEnclosingType().getKind() == TypeKind.DECLARED ? project(type.getEnclosingType(), open) : null;
        if (outer instanceof ParameterizedTypeName parameterized) {
            return parameterized.nestedClass(localClasses.name(element).simpleName(), arguments);
        }
        ClassName name = localClasses.name(element);
        return array.length == 0 ? name : ParameterizedTypeName.get(name, array);
    }

    private @Nullable TypeName argument(TypeMirror argument, TypeParameterElement parameter, Set<TypeVariable> open) {
        if (argument instanceof WildcardType wildcard) {
            return wildcard(wildcard, open);
        }
        if (argument instanceof TypeVariable variable && isCaptured(variable)) {
            return captured(variable, parameter, open);
        }
        TypeName name = project(argument, open);
        return name != null && mentionsCaptured(argument) ? WildcardTypeName.subtypeOf(name) : name;
    }

    private @Nullable TypeName wildcard(WildcardType wildcard, Set<TypeVariable> open) {
        if (wildcard.getExtendsBound() != null) {
            TypeName bound = project(wildcard.getExtendsBound(), open);
            return bound == null ? null : WildcardTypeName.subtypeOf(bound);
        }
        if (wildcard.getSuperBound() != null) {
            TypeName bound = project(wildcard.getSuperBound(), open);
            return bound == null ? null : WildcardTypeName.supertypeOf(bound);
        }
        return WildcardTypeName.subtypeOf(Object.class);
    }

    private @Nullable TypeName captured(TypeVariable variable, TypeParameterElement parameter, Set<TypeVariable> open) {
        if (!open.add(variable)) {
            return WildcardTypeName.subtypeOf(Object.class);
        }
        try {
            if (variable.getLowerBound().getKind() != TypeKind.NULL) {
                TypeName lower = project(variable.getLowerBound(), open);
                return lower == null ? null : WildcardTypeName.supertypeOf(lower);
            }
            TypeMirror bound = ownBound(variable.getUpperBound(), parameter);
            TypeName upper = bound == null ? ClassName.OBJECT : project(bound, open);
            return upper == null ? null : WildcardTypeName.subtypeOf(upper);
        } finally {
            open.remove(variable);
        }
    }

    /** The wildcard's bound, without what the parameter's declaration says anyhow; null for none. */
    private @Nullable TypeMirror ownBound(TypeMirror upper, TypeParameterElement parameter) {
        List<? extends TypeMirror> bounds =
                upper instanceof IntersectionType intersection ? intersection.getBounds() : List.of(upper);
        List<TypeMirror> own = new ArrayList<>();
        for (TypeMirror bound : bounds) {
            if (parameter.getBounds().stream().noneMatch(declared -> isSameClass(declared, bound))) {
                own.add(bound);
            }
        }
        if (own.isEmpty()) {
            return null;
        }
        return own.size() == 1 ? own.get(0) : upper;
    }

    /** A type variable says more than the class that it is erased to. */
    private boolean isSameClass(TypeMirror left, TypeMirror right) {
        return left.getKind() == right.getKind() && types.isSameType(types.erasure(left), types.erasure(right));
    }

    private static boolean mentionsCaptured(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return isCaptured(variable);
        }
        if (type instanceof ArrayType array) {
            return mentionsCaptured(array.getComponentType());
        }
        if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments().stream().anyMatch(argument -> mentionsCaptured(argument))
                    || mentionsCaptured(declared.getEnclosingType());
        }
        return false;
    }

    /** javac calls it {@code <captured wildcard>}. */
    static boolean isCaptured(TypeVariable variable) {
        return !SourceVersion.isIdentifier(variable.asElement().getSimpleName());
    }
}
