package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Assignments to fields that only a bridge can assign: {@code f += v} becomes {@code self.set$f((int) (self.get$f() + (v)))}.
 */
final class ProtectedFields {
    private final Body body;
    private final Source source;
    private final MemberNames names;
    private final Slice slice;

    ProtectedFields(Body body, MemberNames names, Slice slice) {
        this.body = body;
        this.source = body.unit().source();
        this.names = names;
        this.slice = slice;
    }

    /**
     * Such a field.
     *
     * @param host the class that has the bridges
     * @param receiver on what they are called, unless that is the user's own {@code qualifier}
     * @param type of the field, in its receiver
     */
    record Place(
            VariableElement field,
            TypeElement host,
            List<Part> receiver,
            @Nullable TreePath qualifier,
            TypeMirror type) {}

    /** {@code f = v}; false if an assignment says it. */
    boolean assignment(AssignmentTree tree, TreePath path, int depth, Consumer<Tree> scan) {
        Place place = names.bridgedField(new TreePath(path, tree.getVariable()), depth);
        if (place == null) {
            return false;
        }
        int start = source.start(tree);
        int value = source.start(tree.getExpression());
        boolean narrowed = narrows(place.type(), new TreePath(path, tree.getExpression()));
        List<Part> parts = new ArrayList<>(place.receiver());
        parts.add(new Part.Text("." + set(place) + "("));
        if (narrowed) {
            parts.addAll(
                    List.of(new Part.Text("("), new Part.Type(type(place, path).unbox()), new Part.Text(") (")));
        }
        if (place.qualifier() == null) {
            slice.replace(start, value, parts);
        } else {
            Tree qualifier = place.qualifier().getLeaf();
            slice.replace(start, source.start(qualifier), List.of());
            slice.replace(source.end(qualifier), value, parts);
            scan.accept(qualifier);
        }
        scan.accept(tree.getExpression());
        slice.close(source.end(tree), new Part.Text(narrowed ? "))" : ")"));
        return true;
    }

    /** Whether a constant fits the field only in an assignment (JLS 5.2): an argument would not. */
    private boolean narrows(TypeMirror field, TreePath value) {
        TypeMirror type = body.unit().trees().getTypeMirror(value);
        return type != null
                && type.getKind().isPrimitive()
                && !body.unit().types().isSubtype(type, field)
                && !body.unit()
                        .types()
                        .isSameType(
                                body.unit().types().boxedClass(primitive(type)).asType(), field)
                && isSmall(field);
    }

    private static PrimitiveType primitive(TypeMirror type) {
        return (PrimitiveType) type;
    }

    private boolean isSmall(TypeMirror field) {
        TypeName name = body.unit().denotable().of(field);
        TypeName simple = name != null && name.isBoxedPrimitive() ? name.unbox() : name;
        return TypeName.BYTE.equals(simple) || TypeName.SHORT.equals(simple) || TypeName.CHAR.equals(simple);
    }

    /** {@code f op= v}, without an await; false if an assignment says it. */
    boolean update(CompoundAssignmentTree tree, TreePath path, int depth, Consumer<Tree> scan) {
        Place place = names.bridgedField(new TreePath(path, tree.getVariable()), depth);
        if (place == null) {
            return false;
        }
        List<Part> parts = written(place, path, depth);
        parts.addAll(read(place, path, depth));
        parts.add(new Part.Text(" " + Operators.of(tree) + " ("));
        slice.replace(source.start(tree), source.start(tree.getExpression()), parts);
        scan.accept(tree.getExpression());
        slice.close(source.end(tree), new Part.Text(")))"));
        return true;
    }

    /** {@code f op= await(v)}: the field is read before. */
    @Nullable Expr update(CompoundAssignmentTree tree, TreePath path, Expr value) {
        Place place = names.bridgedField(new TreePath(path, tree.getVariable()), 0);
        if (place == null) {
            return null;
        }
        int line = source.line(tree);
        TypeName type = type(place, path);
        Expr old = new Expr.Plain(
                new Code(read(place, path, 0), line), type.isBoxedPrimitive() ? type.unbox() : type, false);
        List<Part> parts = new ArrayList<>();
        if (place.qualifier() == null) {
            parts.addAll(written(place, path, 0));
        } else {
            List<Part> all = written(place, path, 0);
            int receiver = receiver(place, path, 0).size();
            TypeName named = Objects.requireNonNull(body.unit()
                    .denotable()
                    .of(Objects.requireNonNull(body.unit().trees().getTypeMirror(place.qualifier()))));
            parts.add(new Part.Operand(new Expr.Plain(new Code(all.subList(0, receiver), line), named, false)));
            parts.addAll(all.subList(receiver, all.size()));
        }
        parts.add(new Part.Operand(old));
        parts.add(new Part.Text(" " + Operators.of(tree) + " ("));
        parts.add(new Part.Operand(value));
        parts.add(new Part.Text(")))"));
        return new Expr.Template(new Code(parts, line), type);
    }

    /**
     * {@code f++} and the like; false if the field can be assigned. Where the old value is wanted, the first of two
     * arguments gives it: they are evaluated in order.
     */
    boolean step(UnaryTree tree, TreePath path, int depth) {
        Place place = names.bridgedField(new TreePath(path, tree.getExpression()), depth);
        if (place == null) {
            return false;
        }
        boolean down = tree.getKind() == Tree.Kind.PREFIX_DECREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
        boolean postfix =
                tree.getKind() == Tree.Kind.POSTFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
        Tree parent = path.getParentPath().getLeaf();
        boolean wanted = postfix && !(parent instanceof ExpressionStatementTree);
        List<Part> parts = new ArrayList<>();
        if (wanted) {
            // A lambda's body may have to be a call, as of one that returns nothing.
            if (!(parent instanceof LambdaExpressionTree)) {
                parts.addAll(List.of(new Part.Text("("), new Part.Type(type(place, path)), new Part.Text(") ")));
            }
            parts.addAll(List.of(new Part.Type(ClassName.get(Objects.class)), new Part.Text(".requireNonNullElse(")));
            parts.addAll(read(place, path, depth));
            parts.add(new Part.Text(", "));
        }
        parts.addAll(written(place, path, depth));
        parts.addAll(read(place, path, depth));
        parts.add(new Part.Text((down ? " - 1))" : " + 1))") + (wanted ? ")" : "")));
        boolean primary = wanted && parent instanceof MemberSelectTree;
        slice.replace(source.start(tree), source.end(tree), primary ? inParentheses(parts) : parts);
        return true;
    }

    private static List<Part> inParentheses(List<Part> parts) {
        List<Part> result = new ArrayList<>(List.of(new Part.Text("(")));
        result.addAll(parts);
        result.add(new Part.Text(")"));
        return result;
    }

    private List<Part> written(Place place, TreePath path, int depth) {
        List<Part> parts = new ArrayList<>(receiver(place, path, depth));
        parts.add(new Part.Text("." + set(place) + "(("));
        parts.add(new Part.Type(type(place, path)));
        parts.add(new Part.Text(") ("));
        return parts;
    }

    private List<Part> read(Place place, TreePath path, int depth) {
        List<Part> parts = new ArrayList<>(receiver(place, path, depth));
        parts.add(new Part.Text("." + body.use(place.host(), bridges -> bridges.get(place.field())) + "()"));
        return parts;
    }

    private String set(Place place) {
        return body.use(place.host(), bridges -> bridges.set(place.field()));
    }

    /** What is written twice, though the user writes it once: only where that means the same. */
    private List<Part> receiver(Place place, TreePath path, int depth) {
        if (place.qualifier() == null) {
            return place.receiver();
        }
        Tree tree = place.qualifier().getLeaf();
        Element element = tree instanceof IdentifierTree ? body.unit().trees().getElement(place.qualifier()) : null;
        Local local = element == null ? null : body.locals().of(element);
        if (local == null || element == null) {
            throw new Rejection(Message.PROTECTED_UPDATE, path, place.field().getSimpleName());
        }
        boolean captured = body.locals().isCaptured(element, depth);
        return List.of(new Part.Use(local, captured ? Part.Access.CAPTURE : Part.Access.READ));
    }

    private TypeName type(Place place, TreePath path) {
        TypeName type = body.unit().denotable().of(place.type());
        if (type == null) {
            throw new Rejection(Message.PROTECTED_UPDATE, path, place.field().getSimpleName());
        }
        return type;
    }
}
