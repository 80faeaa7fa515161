package dev.fermata.processor.discover;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What a lambda implements (JLS 9.9).
 *
 * @param type the functional interface, with its arguments
 * @param method its one abstract method
 * @param signature the method's, with the arguments in place
 */
public record FunctionType(DeclaredType type, ExecutableElement method, ExecutableType signature) {
    /** That of a lambda of this type; none if javac has found something wrong with it. */
    public static Optional<FunctionType> of(TypeMirror lambda, Elements elements, Types types) {
        Collection<? extends TypeMirror> interfaces =
                lambda instanceof IntersectionType intersection ? intersection.getBounds() : List.of(lambda);
        for (TypeMirror type : interfaces) {
            if (type.getKind() == TypeKind.DECLARED) {
                Optional<FunctionType> found = of((DeclaredType) type, elements, types);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<FunctionType> of(DeclaredType type, Elements elements, Types types) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        FunctionType found = null;
        for (ExecutableElement method :
                ElementFilter.methodsIn(elements.getAllMembers((TypeElement) type.asElement()))) {
            if (method.getModifiers().contains(Modifier.ABSTRACT) && !isOf(object, method, types)) {
                FunctionType next = new FunctionType(type, method, (ExecutableType) types.asMemberOf(type, method));
                if (found == null || types.isSubtype(next.result(), found.result())) {
                    found = next;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether every class has the method, as {@code Comparator.equals}. */
    private static boolean isOf(TypeElement object, ExecutableElement method, Types types) {
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(common -> common.getModifiers().contains(Modifier.PUBLIC)
                        && common.getSimpleName().equals(method.getSimpleName())
                        && types.isSubsignature((ExecutableType) method.asType(), (ExecutableType) common.asType()));
    }

    /** What the lambda's body returns. */
    public TypeMirror result() {
        TypeMirror result = signature.getReturnType();
        return result instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : result;
    }

    /** The interface's method, for messages: {@code Supplier.get}. */
    public String name() {
        return type.asElement().getSimpleName() + "." + method.getSimpleName();
    }
}
