package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import org.jspecify.annotations.Nullable;

/**
 * Where async code stands.
 *
 * @param path the tree of the method, or of the field or initializer that a lambda stands in
 * @param element the method or field, or the class of an initializer
 * @param isStatic whether there is no {@code this}
 */
record Surroundings(Unit unit, TreePath path, Element element, TypeElement owner, boolean isStatic) {
    static Surroundings ofMethod(Unit unit, TreePath method) {
        ExecutableElement element =
                (ExecutableElement) Objects.requireNonNull(unit.trees().getElement(method));
        TypeElement owner = (TypeElement) Objects.requireNonNull(element.getEnclosingElement());
        return new Surroundings(
                unit, method, element, owner, element.getModifiers().contains(Modifier.STATIC));
    }

    /** Of a lambda in code that is not async. */
    static Surroundings ofLambda(Unit unit, TreePath lambda) {
        TreePath member = lambda;
        while (!(member.getParentPath().getLeaf() instanceof ClassTree)) {
            member = member.getParentPath();
        }
        if (member.getLeaf() instanceof MethodTree) {
            return ofMethod(unit, member);
        }
        TypeElement owner = (TypeElement) Objects.requireNonNull(unit.trees().getElement(member.getParentPath()));
        if (member.getLeaf() instanceof BlockTree initializer) {
            return new Surroundings(unit, member, owner, owner, initializer.isStatic());
        }
        Element field = Objects.requireNonNull(unit.trees().getElement(member));
        return new Surroundings(unit, member, field, owner, field.getModifiers().contains(Modifier.STATIC));
    }

    @Nullable Local self() {
        if (isStatic) {
            return null;
        }
        TypeName type = Objects.requireNonNull(unit.denotable().of(owner.asType()));
        return Local.of("self", type, Local.Kind.SELF, true);
    }

    /** Those of the enclosing classes that the code can name, then the method's. */
    List<TypeVariableName> typeVariables() {
        List<TypeParameterElement> parameters = new ArrayList<>();
        boolean inner = true;
        for (Element at = element; at != null && inner && isGeneric(at); at = at.getEnclosingElement()) {
            parameters.addAll(0, parameters(at));
            inner = at == element ? !isStatic : !at.getModifiers().contains(Modifier.STATIC);
        }
        Set<String> names = new HashSet<>();
        for (TypeParameterElement parameter : parameters) {
            if (!names.add(parameter.getSimpleName().toString())) {
                throw new Rejection(Message.TYPE_VARIABLE_HIDES, path, parameter.getSimpleName());
            }
        }
        return parameters.stream().map(TypeVariableName::get).collect(Collectors.toList());
    }

    private static boolean isGeneric(Element element) {
        return element instanceof ExecutableElement
                || element instanceof TypeElement
                || element.getKind().isField();
    }

    private static List<? extends TypeParameterElement> parameters(Element element) {
        if (element instanceof ExecutableElement executable) {
            return executable.getTypeParameters();
        }
        return element instanceof TypeElement type ? type.getTypeParameters() : List.of();
    }

    String sourceFile() {
        String name = unit.tree().getSourceFile().getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
