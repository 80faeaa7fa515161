package dev.fermata.processor.link;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Generic types as the {@code Signature} attribute spells them (JVMS 4.7.9.1). */
final class Signatures {
    private final Descriptors descriptors;

    Signatures(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    /** Type parameters without the brackets. */
    String formals(List<? extends TypeParameterElement> parameters) {
        StringBuilder signature = new StringBuilder();
        for (TypeParameterElement parameter : parameters) {
            signature.append(parameter.getSimpleName());
            List<? extends TypeMirror> bounds = parameter.getBounds();
            signature.append(isInterface(bounds.get(0)) ? ":" : "");
            bounds.forEach(bound -> signature.append(':').append(of(bound)));
        }
        return signature.toString();
    }

    String of(ExecutableType method) {
        StringBuilder signature = new StringBuilder();
        if (!method.getTypeVariables().isEmpty()) {
            List<TypeParameterElement> parameters = method.getTypeVariables().stream()
                    .map(variable -> (TypeParameterElement) variable.asElement())
                    .toList();
            signature.append('<').append(formals(parameters)).append('>');
        }
        signature.append('(');
        method.getParameterTypes().forEach(parameter -> signature.append(of(parameter)));
        signature.append(')').append(of(method.getReturnType()));
        method.getThrownTypes().forEach(thrown -> signature.append('^').append(of(thrown)));
        return signature.toString();
    }

    private static boolean isInterface(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && declared.asElement().getKind().isInterface();
    }

    String of(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> "T" + ((TypeVariable) type).asElement().getSimpleName() + ";";
            case ARRAY -> "[" + of(((ArrayType) type).getComponentType());
            case DECLARED -> declared((DeclaredType) type) + ";";
            default -> descriptors.of(type);
        };
    }

    private String declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String name = descriptors.internalName(element);
        StringBuilder spelled = new StringBuilder();
        TypeMirror enclosing = type.getEnclosingType();
        if (enclosing instanceof DeclaredType outer
                && enclosing.getKind() == TypeKind.DECLARED
                && isParameterized(outer)) {
            String outerName = descriptors.internalName((TypeElement) outer.asElement());
            spelled.append(declared(outer)).append('.').append(name.substring(outerName.length() + 1));
        } else {
            spelled.append('L').append(name);
        }
        if (!type.getTypeArguments().isEmpty()) {
            spelled.append('<');
            type.getTypeArguments().forEach(argument -> spelled.append(argument(argument)));
            spelled.append('>');
        }
        return spelled.toString();
    }

    private static boolean isParameterized(DeclaredType type) {
        return !type.getTypeArguments().isEmpty()
                || type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer);
    }

    private String argument(TypeMirror argument) {
        if (!(argument instanceof WildcardType wildcard)) {
            return of(argument);
        }
        if (wildcard.getExtendsBound() != null) {
            return "+" + of(wildcard.getExtendsBound());
        }
        return wildcard.getSuperBound() != null ? "-" + of(wildcard.getSuperBound()) : "*";
    }
}
