package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Part;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Gives operands the primitive type that Java unboxes them to. It does so as it evaluates each, so a null fails there: before
 * an await in a later operand.
 */
final class Unboxing {
    private final Trees trees;
    private final Types types;
    private final ExpressionTypes expressionTypes;

    Unboxing(Unit unit, ExpressionTypes expressionTypes) {
        this.trees = unit.trees();
        this.types = unit.types();
        this.expressionTypes = expressionTypes;
    }

    /** The operand, of the type that its place wants of it. */
    Expr of(Expr operand, TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        TypeMirror unboxed = type == null ? null : unboxed(type);
        TypeMirror wanted = unboxed == null ? null : wanted(path, unboxed);
        return wanted == null ? operand : retyped(operand, TypeName.get(wanted));
    }

    /** Unboxing is not the same wherever it is done, even of a value that is. */
    private static Expr retyped(Expr expr, TypeName type) {
        if (expr instanceof Expr.Plain plain) {
            return new Expr.Plain(plain.code(), type, false);
        }
        return expr instanceof Expr.Template template
                ? new Expr.Template(template.code(), type)
                : new Expr.Template(Code.of(expr.line(), new Part.Operand(expr)), type);
    }

    private @Nullable TypeMirror wanted(TreePath path, TypeMirror unboxed) {
        TreePath parent = path.getParentPath();
        Tree tree = parent.getLeaf();
        if (tree instanceof BinaryTree binary) {
            return isOnPrimitives(binary, parent) ? unboxed : null;
        }
        if (tree instanceof ArrayAccessTree access) {
            return access.getIndex() == path.getLeaf() ? unboxed : null;
        }
        if (tree instanceof NewArrayTree array) {
            return array.getDimensions().contains(path.getLeaf()) ? unboxed : primitive(component(parent));
        }
        // Of exactly the parameter's type, so that the same overload is chosen.
        return tree instanceof MethodInvocationTree || tree instanceof NewClassTree
                ? primitive(expressionTypes.target(path))
                : null;
    }

    /** Not for the concatenation of strings, nor for the comparison of two references (JLS 15.18.1, 15.21.3). */
    private boolean isOnPrimitives(BinaryTree tree, TreePath path) {
        return switch (tree.getKind()) {
            case EQUAL_TO, NOT_EQUAL_TO ->
                isPrimitive(new TreePath(path, tree.getLeftOperand()))
                        || isPrimitive(new TreePath(path, tree.getRightOperand()));
            default -> isPrimitive(path);
        };
    }

    private boolean isPrimitive(TreePath path) {
        return primitive(trees.getTypeMirror(path)) != null;
    }

    private @Nullable TypeMirror component(TreePath array) {
        return trees.getTypeMirror(array) instanceof ArrayType type ? type.getComponentType() : null;
    }

    private static @Nullable TypeMirror primitive(@Nullable TypeMirror type) {
        return type != null && type.getKind().isPrimitive() ? type : null;
    }

    /** What a box, or a variable bound by one, is unboxed to. */
    private @Nullable TypeMirror unboxed(TypeMirror type) {
        if (type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR) {
            for (TypeKind kind : TypeKind.values()) {
                if (kind.isPrimitive()) {
                    PrimitiveType primitive = types.getPrimitiveType(kind);
                    if (types.isSubtype(type, types.boxedClass(primitive).asType())) {
                        return primitive;
                    }
                }
            }
        }
        return null;
    }
}
