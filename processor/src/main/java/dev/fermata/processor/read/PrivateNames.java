package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The names of private members in the widened view. There they are not private, so that subclasses in the same file would
 * inherit them: one beside whose name a subclass has a method or field of its own gets another name.
 */
final class PrivateNames {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final Map<Element, String> names = new HashMap<>();
    private @Nullable Map<Element, Set<TypeElement>> subclasses;

    PrivateNames(CompilationUnitTree unit, Trees trees, Elements elements, Types types) {
        this.unit = unit;
        this.trees = trees;
        this.elements = elements;
        this.types = types;
    }

    /** The simple name, unless it is that of a rival. */
    String of(Element member) {
        boolean isPrivate = member.getModifiers().contains(Modifier.PRIVATE);
        boolean named = member.getKind() == ElementKind.METHOD || member.getKind() == ElementKind.FIELD;
        return isPrivate && named
                ? names.computeIfAbsent(member, this::name)
                : member.getSimpleName().toString();
    }

    private String name(Element member) {
        TypeElement declaring = (TypeElement) member.getEnclosingElement();
        for (TypeElement subclass : subclasses().getOrDefault(declaring, Set.of())) {
            for (Element other : elements.getAllMembers(subclass)) {
                if (other.getKind() == member.getKind()
                        && !other.equals(member)
                        && other.getSimpleName().equals(member.getSimpleName())) {
                    String binary = elements.getBinaryName(declaring).toString();
                    return "private$" + binary.substring(binary.lastIndexOf('.') + 1) + "$" + member.getSimpleName();
                }
            }
        }
        return member.getSimpleName().toString();
    }

    private Map<Element, Set<TypeElement>> subclasses() {
        Map<Element, Set<TypeElement>> known = subclasses;
        if (known != null) {
            return known;
        }
        Map<Element, Set<TypeElement>> found = new HashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, Void unused) {
                if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
                    add(type, type, found);
                }
                return super.visitClass(tree, null);
            }
        }.scan(new TreePath(unit), null);
        subclasses = found;
        return found;
    }

    private void add(TypeElement type, TypeElement at, Map<Element, Set<TypeElement>> found) {
        for (TypeMirror parent : types.directSupertypes(at.asType())) {
            if (types.asElement(parent) instanceof TypeElement element
                    && found.computeIfAbsent(element, key -> new LinkedHashSet<>())
                            .add(type)) {
                add(type, element, found);
            }
        }
    }
}
