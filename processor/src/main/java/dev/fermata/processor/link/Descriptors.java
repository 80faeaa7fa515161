package dev.fermata.processor.link;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Elements and types as class files spell them (JVMS 4.2.1, 4.3): internal names and erased descriptors. */
final class Descriptors {
    private final Elements elements;
    private final Types types;

    Descriptors(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    String internalName(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }

    /** The top-level class around an element, or the element itself. */
    static TypeElement outermost(Element element) {
        Element found = element;
        for (Element e = element; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (e instanceof TypeElement) {
                found = e;
            }
        }
        return (TypeElement) found;
    }

    /** The class that the element is a member of, or is declared in a body of. */
    static TypeElement enclosing(Element element) {
        Element around = element.getEnclosingElement();
        while (!(around instanceof TypeElement)) {
            assert around != null; // all that is asked for stands in a class
            around = around.getEnclosingElement();
        }
        return (TypeElement) around;
    }

    Member member(Element element) {
        if (element instanceof TypeElement type) {
            return Member.type(internalName(type));
        }
        TypeElement declaring = enclosing(element);
        String owner = internalName(declaring);
        if (element instanceof ExecutableElement method) {
            String descriptor = of(method);
            if (element.getKind() == ElementKind.CONSTRUCTOR && hasOuterParameter(declaring)) {
                descriptor = "(L" + internalName(enclosing(declaring)) + ";" + descriptor.substring(1);
            }
            return new Member(owner, method.getSimpleName().toString(), descriptor);
        }
        return new Member(owner, element.getSimpleName().toString(), of(element.asType()));
    }

    /** True for an inner member class: its constructors take the enclosing instance first. */
    private static boolean hasOuterParameter(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    String of(ExecutableElement method) {
        return of(method.getParameters().stream().map(VariableElement::asType).toList(), method.getReturnType());
    }

    String of(List<? extends TypeMirror> parameters, TypeMirror result) {
        StringBuilder descriptor = new StringBuilder("(");
        parameters.forEach(parameter -> descriptor.append(of(parameter)));
        return descriptor.append(')').append(of(result)).toString();
    }

    String of(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case CHAR -> "C";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + of(((ArrayType) erased).getComponentType());
            case DECLARED -> "L" + internalName((TypeElement) ((DeclaredType) erased).asElement()) + ";";
            default -> throw new IllegalArgumentException("no descriptor for " + type + " of kind " + type.getKind());
        };
    }
}
