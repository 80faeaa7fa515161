package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Bridge;
import dev.fermata.processor.ir.Local;
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
 * through {@code self}, through the class, or through a {@link Bridge}.
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
        Local self = Objects.requireNonNull(body.self(), "an instance member in a static method");
        return new Part.Use(self, depth > 0 ? Part.Access.CAPTURE : Part.Access.READ);
    }

    private List<Part> instance(Home home, int depth) {
        List<Part> parts = new ArrayList<>();
        parts.add(self(depth));
        if (home instanceof Home.Enclosing enclosing) {
            parts.add(call(body.ownerBridges().outer(enclosing.outer()), "()"));
        }
        return parts;
    }

    private Part.Text call(Bridge bridge, String arguments) {
        return new Part.Text("." + body.use(bridge) + arguments);
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
            slice.replace(start, end, bridged(member, home, path, depth));
            return;
        }
        List<Part> parts = new ArrayList<>();
        if (home instanceof Home.Static type) {
            parts.add(new Part.Type(ClassName.get(type.type())));
        } else {
            parts.addAll(instance(home, depth));
        }
        parts.add(new Part.Text("." + member.getSimpleName()));
        slice.replace(start, end, parts);
    }

    private List<Part> bridged(Element member, Home home, TreePath path, int depth) {
        checkInstance(member, path);
        if (home instanceof Home.Enclosing) {
            throw new Rejection(Message.PROTECTED_RECEIVER, path, member.getSimpleName());
        }
        return List.of(self(depth), bridgeTo(member));
    }

    private Part.Text bridgeTo(Element member) {
        return member instanceof ExecutableElement method
                ? call(body.ownerBridges().protectedCall(method), "")
                : call(body.ownerBridges().get((VariableElement) member), "()");
    }

    private void checkInstance(Element member, TreePath path) {
        if (body.self() == null) {
            throw new Rejection(Message.PROTECTED_STATIC, path, member.getSimpleName());
        }
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
        TypeElement in = superclass();
        if (qualifier instanceof MemberSelectTree select) {
            TypeElement named =
                    (TypeElement) Objects.requireNonNull(element(new TreePath(path, select), select.getExpression()));
            if (bodies.contains(named) || !bodies.isEmpty() && named.getKind().isInterface()) {
                return false;
            }
            if (named.getKind().isInterface()) {
                in = named;
            } else if (!named.equals(body.owner())) {
                throw new Rejection(Message.OUTER_SUPER, path, named.getSimpleName(), named.getSimpleName());
            }
        }
        slice.replace(source.start(qualifier), source.end(qualifier), self(depth));
        Bridge bridge = member instanceof ExecutableElement method
                ? body.ownerBridges().superCall(method, in)
                : body.ownerBridges().get((VariableElement) member);
        rename(path, member, body.use(bridge) + (member instanceof ExecutableElement ? "" : "()"));
        return true;
    }

    private TypeElement superclass() {
        return body.owner().getSuperclass() instanceof DeclaredType type
                ? (TypeElement) type.asElement()
                : body.owner();
    }

    private void rename(TreePath path, Element member, String name) {
        int end = source.end(path.getLeaf());
        slice.replace(end - member.getSimpleName().length(), end, new Part.Text(name));
    }

    /** A member with a qualifier: true if it was replaced as a whole. A protected one is reached through a bridge. */
    boolean qualified(Element member, TreePath path, ExpressionTree qualifier, int depth) {
        boolean isMember = member.getKind() == ElementKind.METHOD || member.getKind() == ElementKind.FIELD;
        TypeMirror receiver = body.unit().trees().getTypeMirror(new TreePath(path, qualifier));
        if (!isMember
                || !members.isForeignProtected(member)
                || receiver == null
                || isSuperOfBody(qualifier)
                || members.isInheritedBy(bodies, member, isStatic(member) ? null : receiver)) {
            return false;
        }
        if (isStatic(member)) {
            checkInstance(member, path);
            slice.replace(source.start(qualifier), source.end(qualifier), self(depth));
        } else if (!members.isSubclass(receiver, body.owner())) {
            throw new Rejection(Message.PROTECTED_RECEIVER, path, member.getSimpleName());
        }
        String name = bridgeTo(member).text().substring(1);
        rename(path, member, name);
        return isStatic(member);
    }

    private static boolean isStatic(Element member) {
        return member.getModifiers().contains(Modifier.STATIC);
    }

    /** Makes an assignment to a protected field, or to one of {@code super}, a call; then only the value is left to scan. */
    boolean assignment(AssignmentTree tree, TreePath path, int depth) {
        TreePath place = place(path, tree.getVariable());
        if (place == null) {
            return false;
        }
        VariableElement field =
                (VariableElement) Objects.requireNonNull(body.unit().trees().getElement(place));
        if (place.getLeaf() instanceof MemberSelectTree select
                && !isStatic(field)
                && !isThisOrSuper(select.getExpression())) {
            throw new Rejection(Message.PROTECTED_UPDATE, path, field.getSimpleName(), "this." + field.getSimpleName());
        }
        checkInstance(field, path);
        if (place.getLeaf() instanceof IdentifierTree && members.home(field, bodies) instanceof Home.Enclosing) {
            throw new Rejection(Message.PROTECTED_RECEIVER, path, field.getSimpleName());
        }
        List<Part> parts = List.of(self(depth), call(body.ownerBridges().set(field), "("));
        slice.replace(source.start(tree), source.start(tree.getExpression()), parts);
        slice.close(source.end(tree), new Part.Text(")"));
        return true;
    }

    /** Refuses {@code +=} and the like where only reading and writing have a bridge. */
    void checkUpdate(ExpressionTree variable, TreePath path) {
        TreePath place = place(path, variable);
        if (place != null) {
            Element field = Objects.requireNonNull(body.unit().trees().getElement(place));
            throw new Rejection(Message.PROTECTED_UPDATE, path, field.getSimpleName(), field.getSimpleName());
        }
    }

    /** The place of an assignment if it is a field that only a bridge can assign. */
    private @Nullable TreePath place(TreePath parent, ExpressionTree tree) {
        TreePath path = new TreePath(parent, tree);
        if (tree instanceof ParenthesizedTree parenthesized) {
            return place(path, parenthesized.getExpression());
        }
        if (!(body.unit().trees().getElement(path) instanceof VariableElement field)
                || !field.getKind().isField()) {
            return null;
        }
        if (tree instanceof MemberSelectTree select) {
            if (isSuper(select.getExpression())) {
                return path;
            }
            if (isSuperOfBody(select.getExpression())) {
                return null;
            }
            TypeMirror receiver = body.unit().trees().getTypeMirror(new TreePath(path, select.getExpression()));
            return members.isForeignProtected(field) && !members.isInheritedBy(bodies, field, receiver) ? path : null;
        }
        boolean foreign = members.isForeignProtected(field) && !(members.home(field, bodies) instanceof Home.Inside);
        return tree instanceof IdentifierTree && foreign ? path : null;
    }

    private boolean isThisOrSuper(ExpressionTree tree) {
        return isSuper(tree)
                || tree instanceof IdentifierTree identifier
                        && identifier.getName().contentEquals("this")
                        && bodies.isEmpty();
    }

    /** {@code new Inner()} of an inner class: true if it has, or gets, a qualifier, so that the name must be simple. */
    boolean creation(NewClassTree tree, TreePath path, int depth) {
        if (tree.getEnclosingExpression() != null || hasMovedEnclosing(tree)) {
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

    /** For an anonymous class javac makes the {@code outer} of {@code outer.new Inner() {}} an argument, with a null check. */
    static boolean hasMovedEnclosing(NewClassTree tree) {
        return !tree.getArguments().isEmpty()
                && tree.getArguments().get(0) instanceof UnaryTree check
                && check.getKind() == Tree.Kind.OTHER;
    }

    private static boolean isInner(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement
                && type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** {@code Inner::new} cannot be given the enclosing instance. */
    void checkConstructorReference(Element constructor, TreePath path) {
        TypeElement type = (TypeElement) Objects.requireNonNull(constructor.getEnclosingElement());
        if (isInner(type) && !(members.home(type, bodies) instanceof Home.Inside)) {
            throw new Rejection(Message.INNER_CONSTRUCTOR_REFERENCE, path, type.getSimpleName(), type.getSimpleName());
        }
    }

    /** A local class has no place for the enclosing instance of an inner superclass. */
    void checkLocalClass(ClassTree tree, TypeElement type, TreePath path) {
        if (!tree.getSimpleName().isEmpty()
                && type.getSuperclass() instanceof DeclaredType superclass
                && superclass.asElement() instanceof TypeElement element
                && isInner(element)
                && !(members.home(element, bodies) instanceof Home.Inside)) {
            throw new Rejection(Message.LOCAL_CLASS_EXTENDS_INNER, path, type.getSimpleName());
        }
    }

    private @Nullable Element element(TreePath parent, Tree tree) {
        return body.unit().trees().getElement(new TreePath(parent, tree));
    }
}
