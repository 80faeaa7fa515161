package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.QualifiedCreation;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the names of members in a slice: what the owner says without a qualifier, the generated class beside it says
 * through {@code self}, through the class, or through a {@link dev.fermata.processor.ir.Bridge}.
 */
final class MemberNames {
    private final Body body;
    private final Source source;
    private final Members members;
    private final Slice slice;
    private final Collection<TypeElement> bodies;

    /** @param bodies the class bodies inside the slice around the current place, the innermost first */
    MemberNames(Body body, Members members, Slice slice, Collection<TypeElement> bodies) {
        this.body = body;
        this.source = body.unit().source();
        this.members = members;
        this.slice = slice;
        this.bodies = bodies;
    }

    /** {@code this}, unless it is that of a class body inside the slice. */
    void self(int start, int end, int depth) {
        if (bodies.isEmpty()) {
            slice.replace(start, end, self(depth));
        }
    }

    private Part self(int depth) {
        return new Part.Use(body.self(), depth > 0 ? Part.Access.CAPTURE : Part.Access.READ);
    }

    private List<Part> instance(Home home, int depth) {
        List<Part> parts = new ArrayList<>();
        parts.add(self(depth));
        if (home instanceof Home.Enclosing enclosing) {
            String bridge = body.use(body.owner(), bridges -> bridges.outer(enclosing.outer()));
            parts.add(new Part.Text("." + bridge + "()"));
        }
        return parts;
    }

    /** {@code Outer.this}. */
    void qualifiedThis(TreePath path, int depth) {
        MemberSelectTree tree = (MemberSelectTree) path.getLeaf();
        TypeElement type = (TypeElement) Objects.requireNonNull(element(path, tree.getExpression()));
        if (!bodies.contains(type)) {
            Home home = type.equals(body.owner()) ? new Home.Self() : new Home.Enclosing(type);
            slice.replace(source.start(tree), source.end(tree), instance(home, depth));
        }
    }

    /** A field or method named by an identifier. */
    void unqualified(Element member, TreePath path, int depth) {
        Home home = members.home(member, bodies);
        int start = source.start(path.getLeaf());
        int end = start + member.getSimpleName().length();
        if (home instanceof Home.Inside) {
            return;
        }
        if (members.isForeignProtected(member)) {
            slice.replace(start, end, bridged(member, home, depth));
            return;
        }
        List<Part> parts = new ArrayList<>();
        if (home instanceof Home.Static type) {
            parts.add(type(type.type()));
        } else {
            parts.addAll(instance(home, depth));
        }
        parts.add(new Part.Text("." + body.unit().nameOf(member)));
        slice.replace(start, end, parts);
    }

    private List<Part> bridged(Element member, Home home, int depth) {
        TypeElement host = host(member, home);
        List<Part> parts = new ArrayList<>(receiver(member, home, depth));
        parts.add(new Part.Text("." + bridge(member, host)));
        return parts;
    }

    private TypeElement host(Element member, Home home) {
        if (isStatic(member)) {
            return Objects.requireNonNull(members.heir(member, null));
        }
        return home instanceof Home.Enclosing enclosing ? enclosing.outer() : body.owner();
    }

    /** On what an unqualified member's bridge is called. */
    private List<Part> receiver(Element member, Home home, int depth) {
        return isStatic(member) ? List.of(type(host(member, home))) : instance(home, depth);
    }

    private Part type(TypeElement type) {
        return new Part.Type(body.unit().localClasses().name(type));
    }

    /** The call that stands for a protected member; of a method without the arguments. */
    private String bridge(Element member, TypeElement host) {
        return member instanceof ExecutableElement method
                ? body.use(host, bridges -> bridges.protectedCall(method))
                : body.use(host, bridges -> bridges.get((VariableElement) member)) + "()";
    }

    /** {@code super}, {@code Interface.super}, of the method itself. */
    boolean isSuper(ExpressionTree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return identifier.getName().contentEquals("super") && bodies.isEmpty();
        }
        return tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("super");
    }

    private boolean isSuperOfBody(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier
                && identifier.getName().contentEquals("super")
                && !bodies.isEmpty();
    }

    /** A member of {@code super} or {@code X.super}, called, read or referred to; false if it is that of a class body. */
    boolean ofSuper(Element member, TreePath path, ExpressionTree qualifier, int depth) {
        TypeElement host = body.owner();
        TypeElement in = superclass(host);
        if (qualifier instanceof MemberSelectTree select) {
            TypeElement named =
                    (TypeElement) Objects.requireNonNull(element(new TreePath(path, select), select.getExpression()));
            if (bodies.contains(named) || !bodies.isEmpty() && named.getKind().isInterface()) {
                return false;
            }
            if (isAround(named)) {
                host = named;
                in = superclass(named);
            } else {
                in = named;
            }
        }
        TypeElement superclass = in;
        slice.replace(source.start(qualifier), source.end(qualifier), instance(home(host), depth));
        rename(
                path,
                member,
                member instanceof ExecutableElement method
                        ? body.use(host, bridges -> bridges.superCall(method, superclass))
                        : body.use(host, bridges -> bridges.get((VariableElement) member)) + "()");
        return true;
    }

    private Home home(TypeElement type) {
        return type.equals(body.owner()) ? new Home.Self() : new Home.Enclosing(type);
    }

    /** Whether the method stands in the class. */
    private boolean isAround(TypeElement type) {
        return Enclosing.classes(body.owner()).contains(type);
    }

    private static TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType superclass ? (TypeElement) superclass.asElement() : type;
    }

    private void rename(TreePath path, Element member, String name) {
        int end = source.end(path.getLeaf());
        slice.replace(end - member.getSimpleName().length(), end, new Part.Text(name));
    }

    /** A member with a qualifier: true if it was replaced as a whole. A protected one is reached through a bridge. */
    boolean qualified(Element member, TreePath path, ExpressionTree qualifier, int depth) {
        boolean isMember = member.getKind() == ElementKind.METHOD || member.getKind() == ElementKind.FIELD;
        String name = body.unit().nameOf(member);
        if (!member.getSimpleName().contentEquals(name)) {
            rename(path, member, name);
            return false;
        }
        TypeMirror receiver = body.unit().trees().getTypeMirror(new TreePath(path, qualifier));
        if (!isMember
                || !members.isForeignProtected(member)
                || receiver == null
                || isSuperOfBody(qualifier)
                || members.isInheritedBy(bodies, member, isStatic(member) ? null : receiver)) {
            return false;
        }
        TypeElement host = host(member, receiver, path);
        if (isStatic(member)) {
            requireName(member, qualifier, path);
            slice.replace(source.start(qualifier), source.end(qualifier), List.of(type(host)));
        } else {
            cast(qualifier, receiver, host);
        }
        rename(path, member, bridge(member, host));
        return isStatic(member);
    }

    private TypeElement host(Element member, TypeMirror receiver, TreePath path) {
        TypeElement host = members.heir(member, isStatic(member) ? null : receiver);
        if (host == null || isOtherHeir(receiver, host) && isGeneric(host) && !members.isInNest(receiver)) {
            throw new Rejection(Message.PROTECTED_RECEIVER, path, member.getSimpleName());
        }
        return host;
    }

    /** The receiver of a static member is evaluated and dropped (JLS 15.11.1): a bridge has no place for it. */
    private void requireName(Element member, ExpressionTree qualifier, TreePath path) {
        if (!(qualifier instanceof IdentifierTree) && !(element(path, qualifier) instanceof TypeElement)) {
            throw new Rejection(Message.PROTECTED_RECEIVER, path, member.getSimpleName());
        }
    }

    /** A subclass may have a bridge of the same name, for its own nest only. */
    private void cast(ExpressionTree qualifier, TypeMirror receiver, TypeElement host) {
        if (isOtherHeir(receiver, host) && !isGeneric(host)) {
            slice.open(source.start(qualifier), new Part.Text("(("), type(host), new Part.Text(") "));
            slice.close(source.end(qualifier), new Part.Text(")"));
        }
    }

    private static boolean isGeneric(TypeElement type) {
        return !type.getTypeParameters().isEmpty() || type.asType().toString().contains("<");
    }

    private boolean isOtherHeir(TypeMirror receiver, TypeElement host) {
        return !members.isSameClass(receiver, host);
    }

    private static boolean isStatic(Element member) {
        return member.getModifiers().contains(Modifier.STATIC);
    }

    /** The place of an assignment, if it is a field that only a bridge can assign. */
    ProtectedFields.@Nullable Place bridgedField(TreePath path, int depth) {
        if (path.getLeaf() instanceof ParenthesizedTree parenthesized) {
            return bridgedField(new TreePath(path, parenthesized.getExpression()), depth);
        }
        if (!(body.unit().trees().getElement(path) instanceof VariableElement field)
                || !field.getKind().isField()) {
            return null;
        }
        if (path.getLeaf() instanceof MemberSelectTree select) {
            return qualifiedField(field, select, path, depth);
        }
        Home home = members.home(field, bodies);
        return !(path.getLeaf() instanceof IdentifierTree)
                        || home instanceof Home.Inside
                        || !members.isForeignProtected(field)
                ? null
                : place(field, host(field, home), receiver(field, home, depth));
    }

    private ProtectedFields.@Nullable Place qualifiedField(
            VariableElement field, MemberSelectTree select, TreePath path, int depth) {
        ExpressionTree qualifier = select.getExpression();
        TreePath at = new TreePath(path, qualifier);
        TypeElement around = around(qualifier, at);
        if (isSuper(qualifier) && around != null) {
            List<Part> receiver = isStatic(field) ? List.of(type(around)) : instance(home(around), depth);
            return place(field, around, receiver);
        }
        TypeMirror receiver = body.unit().trees().getTypeMirror(at);
        if (isSuperOfBody(qualifier)
                || isSuper(qualifier)
                || !members.isForeignProtected(field)
                || receiver == null
                || members.isInheritedBy(bodies, field, isStatic(field) ? null : receiver)) {
            return null;
        }
        TypeElement host = host(field, receiver, path);
        if (isStatic(field)) {
            requireName(field, qualifier, path);
            return place(field, host, List.of(type(host)));
        }
        if (around != null && !bodies.contains(around)) {
            return place(field, host, instance(home(around), depth));
        }
        if (isOtherHeir(receiver, host) && !members.isInNest(receiver)
                || !(receiver instanceof DeclaredType declared)) {
            throw new Rejection(Message.PROTECTED_UPDATE, path, field.getSimpleName());
        }
        TypeMirror type = body.unit().types().asMemberOf(declared, field);
        return new ProtectedFields.Place(field, host, List.of(), at, type);
    }

    /** The class that {@code this}, {@code X.this}, {@code super} and {@code X.super} are of; null for all else. */
    private @Nullable TypeElement around(ExpressionTree tree, TreePath path) {
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return bodies.isEmpty() && (name.equals("this") || name.equals("super")) ? body.owner() : null;
        }
        if (tree instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            boolean named = name.equals("this") || name.equals("super");
            return named && element(path, select.getExpression()) instanceof TypeElement type && isAround(type)
                    ? type
                    : null;
        }
        return null;
    }

    private ProtectedFields.Place place(VariableElement field, TypeElement host, List<Part> receiver) {
        TypeMirror type = body.unit().types().asMemberOf((DeclaredType) host.asType(), field);
        return new ProtectedFields.Place(field, host, receiver, null, type);
    }

    /** {@code new Inner()} of an inner class: true if it has, or gets, a qualifier, so that the name must be simple. */
    boolean creation(NewClassTree tree, TreePath path, int depth) {
        if (QualifiedCreation.is(tree)) {
            return true;
        }
        if (!(element(path, tree.getIdentifier()) instanceof TypeElement type) || !isInner(type)) {
            return false;
        }
        Home home = members.home(type, bodies);
        if (home instanceof Home.Inside || home instanceof Home.Static) {
            return false;
        }
        List<Part> parts = new ArrayList<>(instance(home, depth));
        parts.add(new Part.Text("."));
        slice.open(source.start(tree), parts.toArray(new Part[0]));
        return true;
    }

    private static boolean isInner(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement
                && type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** {@code Inner::new}, which cannot be given the enclosing instance: true if it was replaced. */
    boolean constructorReference(Element constructor, TreePath path, int depth) {
        TypeElement type = (TypeElement) Objects.requireNonNull(constructor.getEnclosingElement());
        Home home = isInner(type) ? members.home(type, bodies) : new Home.Inside();
        if (home instanceof Home.Inside || home instanceof Home.Static) {
            return false;
        }
        List<Part> parts = new ArrayList<>(instance(home, depth + 1));
        parts.add(new Part.Text("."));
        new ConstructorReferences(body, slice).replace(path, type, parts, List.of());
        return true;
    }

    /** A class within a class body has no place for what an inner or capturing superclass is given. */
    void checkLocalClass(ClassTree tree, TypeElement type, TreePath path) {
        if (tree.getSimpleName().isEmpty()
                || !(type.getSuperclass() instanceof DeclaredType superclass)
                || !(superclass.asElement() instanceof TypeElement element)) {
            return;
        }
        LocalClass local = body.unit().localClasses().of(element);
        boolean captures = local != null && (local.inner() || !local.captured().isEmpty());
        if (captures || isInner(element) && !(members.home(element, bodies) instanceof Home.Inside)) {
            throw new Rejection(Message.LOCAL_CLASS_EXTENDS_INNER, path, type.getSimpleName());
        }
    }

    private @Nullable Element element(TreePath parent, Tree tree) {
        return body.unit().trees().getElement(new TreePath(parent, tree));
    }
}
