package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a method needs in order to be compiled apart from its class: every class that any of its trees has as its
 * type or its member's, and all that is private in the nest.
 */
final class Mentioned extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private final Element top;
    private final Set<TypeElement> classes = new LinkedHashSet<>();
    private final Set<TypeElement> local = new LinkedHashSet<>();
    private final Set<Element> widened = new LinkedHashSet<>();
    private final Set<Element> seen = new HashSet<>();
    private final Set<TypeMirror> seenTypes = new HashSet<>();
    private final List<TreePath> localClasses = new ArrayList<>();
    private final Set<String> deprecation = new LinkedHashSet<>();
    private boolean inLocalClass;
    private boolean erroneous;

    Mentioned(Unit unit, TypeElement owner) {
        this.unit = unit;
        this.top = outermost(owner);
    }

    Set<TypeElement> classes() {
        return classes;
    }

    Set<Element> widened() {
        return widened;
    }

    /** The lint of what is deprecated among it: javac says nothing of that within its own top-level class. */
    Set<String> deprecation() {
        return deprecation;
    }

    /** Whether javac has not understood something, and so has reported it. */
    boolean isErroneous() {
        return erroneous;
    }

    /** Notes the tree on the way down: {@code super.scan} makes it the current path only after this. */
    @Override
    public @Nullable Void scan(@Nullable Tree tree, Void unused) {
        if (tree != null && getCurrentPath() != null) {
            note(new TreePath(getCurrentPath(), tree));
        }
        return super.scan(tree, null);
    }

    /** A local class is compiled already: what its body uses need not be widened. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        if (!inLocalClass && unit.localClasses().of(unit.trees().getElement(getCurrentPath())) != null) {
            localClasses.add(getCurrentPath());
            return null;
        }
        return super.visitClass(tree, null);
    }

    /** Adds all that a method's tree mentions. */
    void addBody(TreePath method) {
        scan(method, null);
        inLocalClass = true;
        localClasses.forEach(local -> scan(local, null));
    }

    private void note(TreePath path) {
        add(unit.trees().getTypeMirror(path));
        switch (path.getLeaf().getKind()) {
            case IDENTIFIER, MEMBER_SELECT, MEMBER_REFERENCE, METHOD_INVOCATION, NEW_CLASS ->
                add(unit.trees().getElement(path));
            default -> {}
        }
    }

    /** Local and anonymous classes. */
    Set<TypeElement> local() {
        return local;
    }

    /** Adds the method, field or class itself and the classes that it stands in. */
    void addSignature(Element member) {
        if (member instanceof ExecutableElement method) {
            addExecutable(method);
        }
        TypeElement inner = (TypeElement)
                Objects.requireNonNull(member instanceof TypeElement ? member : member.getEnclosingElement());
        for (TypeElement type : Enclosing.classes(inner)) {
            add(type.asType());
            add(type.getSuperclass());
            type.getInterfaces().forEach(this::add);
        }
    }

    private void add(@Nullable Element element) {
        if (element == null || !seen.add(element)) {
            return;
        }
        Deprecated deprecated = element.getAnnotation(Deprecated.class);
        if (deprecated != null) {
            deprecation.add(deprecated.forRemoval() ? "removal" : "deprecation");
        }
        if (element instanceof TypeElement type) {
            if (isClass(type)) {
                classes.add(type);
            } else if (type.asType().getKind() == TypeKind.DECLARED) {
                local.add(type);
            }
            add(type.getEnclosingElement());
        } else if (TypeVariables.isInitializer(element)) {
            add(element.getEnclosingElement());
        } else if (element instanceof ExecutableElement method) {
            addExecutable(method);
            add(method.getEnclosingElement());
        } else if (element.getKind().isField()) {
            add(element.asType());
            add(element.getEnclosingElement());
        } else {
            return;
        }
        if (inLocalClass) {
            return;
        }
        if (element.getModifiers().contains(Modifier.PRIVATE) && isInNest(element) || isForeignProtected(element)) {
            widened.add(element);
        }
    }

    /** A class that only a subclass may name; those of the platform cannot be shown otherwise than they are. */
    private boolean isForeignProtected(Element element) {
        return element instanceof TypeElement type
                && isClass(type)
                && type.getModifiers().contains(Modifier.PROTECTED)
                && !unit.elements().getPackageOf(type).equals(unit.elements().getPackageOf(top))
                && !isOfPlatform(type, unit.elements());
    }

    static boolean isOfPlatform(Element element, Elements elements) {
        ModuleElement module = elements.getModuleOf(element);
        String name = module == null ? "" : module.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    /** Not a primitive type, not the one that javac holds the members of arrays in, and no local one. */
    private static boolean isClass(TypeElement type) {
        if (type.asType().getKind() != TypeKind.DECLARED) {
            return false;
        }
        Element enclosing = type.getEnclosingElement();
        return type.getNestingKind() == NestingKind.MEMBER
                ? enclosing instanceof TypeElement
                : type.getNestingKind() == NestingKind.TOP_LEVEL;
    }

    static Element outermost(Element element) {
        Element at = element;
        while (!(at.getEnclosingElement() instanceof PackageElement)) {
            at = Objects.requireNonNull(at.getEnclosingElement());
        }
        return at;
    }

    /** A class that is text comes along with all that is private in it. */
    private boolean isInNest(Element element) {
        for (Element at = element; !at.equals(top); at = Objects.requireNonNull(at.getEnclosingElement())) {
            if (at.getEnclosingElement() instanceof PackageElement
                    || at instanceof TypeElement type && unit.localClasses().isText(type)) {
                return false;
            }
        }
        return true;
    }

    private void addExecutable(ExecutableElement method) {
        add(method.getReturnType());
        method.getParameters().forEach(parameter -> add(parameter.asType()));
        method.getThrownTypes().forEach(this::add);
        method.getTypeParameters().forEach(parameter -> parameter.getBounds().forEach(this::add));
    }

    void add(@Nullable TypeMirror type) {
        if (type == null || !seenTypes.add(type)) {
            return;
        }
        erroneous |= type.getKind() == TypeKind.ERROR;
        if (type instanceof ArrayType array) {
            add(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            add(wildcard.getExtendsBound());
            add(wildcard.getSuperBound());
        } else if (type instanceof IntersectionType intersection) {
            intersection.getBounds().forEach(this::add);
        } else if (type instanceof UnionType union) {
            union.getAlternatives().forEach(this::add);
        } else if (type instanceof TypeVariable variable) {
            add(variable.getUpperBound());
            add(variable.getLowerBound());
        } else if (type instanceof ExecutableType method) {
            add(method.getReturnType());
            method.getParameterTypes().forEach(this::add);
            method.getThrownTypes().forEach(this::add);
        } else if (type instanceof DeclaredType declared) {
            add(declared.asElement());
            add(declared.getEnclosingType());
            declared.getTypeArguments().forEach(this::add);
        }
    }
}
