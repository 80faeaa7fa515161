package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.LocalClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Where async code stands.
 *
 * @param unit which names the type variables as the generated class does
 * @param path the tree of the method, or of the field or initializer that a lambda stands in
 * @param element the method or field, or the class of an initializer
 * @param isStatic whether there is no {@code this}
 */
record Surroundings(
        Unit unit, TreePath path, Element element, TypeElement owner, boolean isStatic, TypeVariables variables) {
    private static Surroundings of(Unit unit, TreePath path, Element element, TypeElement owner, boolean isStatic) {
        TypeVariables variables = TypeVariables.of(element, isStatic);
        return new Surroundings(unit.naming(variables.renamed()), path, element, owner, isStatic, variables);
    }

    /** The same with what another processor has put into the code. */
    Surroundings supplemented() {
        return new Surroundings(unit.with(SupplementScanner.of(path, unit)), path, element, owner, isStatic, variables);
    }

    static Surroundings ofMethod(Unit unit, TreePath method) {
        ExecutableElement element =
                (ExecutableElement) Objects.requireNonNull(unit.trees().getElement(method));
        TypeElement owner = (TypeElement) Objects.requireNonNull(element.getEnclosingElement());
        return of(unit, method, element, owner, element.getModifiers().contains(Modifier.STATIC));
    }

    /** Of a lambda, or a class, in code that is not async. */
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
            return of(unit, member, owner, owner, initializer.isStatic());
        }
        Element field = Objects.requireNonNull(unit.trees().getElement(member));
        return of(unit, member, field, owner, field.getModifiers().contains(Modifier.STATIC));
    }

    @Nullable Local self() {
        if (isStatic) {
            return null;
        }
        TypeName type = Objects.requireNonNull(unit.denotable().of(owner.asType()));
        return Local.of("self", type, Local.Kind.SELF, true);
    }

    List<TypeVariableName> typeVariables() {
        return variables.declarations(unit.denotable());
    }

    /** The classes that the bodies here declare, and those around, and the generated source names. */
    List<LocalClass> localClasses() {
        Element outermost = element;
        for (TypeElement type : Enclosing.classes(owner)) {
            if (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS) {
                outermost = Objects.requireNonNull(type.getEnclosingElement());
            }
        }
        return unit.localClasses().in(outermost);
    }

    /** Whether the owner, or a class around it, is local. */
    boolean isInLocalClass() {
        return Enclosing.classes(owner).stream()
                .anyMatch(type ->
                        type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS);
    }

    /**
     * The variables around the owner that the method uses: the owner, or a class around it, keeps them in its fields.
     */
    List<VariableElement> keptByOwner() {
        return isInLocalClass() ? Captures.of(path, unit).variables() : List.of();
    }

    /** The private members that have another name in the widened view. */
    Map<Element, String> renamed(Set<Element> widened) {
        Map<Element, String> renamed = new LinkedHashMap<>();
        for (Element member : widened) {
            String name = unit.nameOf(member);
            if (!member.getSimpleName().contentEquals(name)) {
                renamed.put(member, name);
            }
        }
        return renamed;
    }

    String sourceFile() {
        String name = unit.tree().getSourceFile().getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
