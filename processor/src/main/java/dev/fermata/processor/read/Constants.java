package dev.fermata.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Objects;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Constant expressions (JLS 15.29): whether an expression is one, and the value of a boolean one, on which reachability
 * depends.
 */
final class Constants {
    private final Trees trees;

    Constants(Trees trees) {
        this.trees = trees;
    }

    boolean isTrue(TreePath path) {
        return Boolean.TRUE.equals(value(path));
    }

    /** A {@link Boolean}, a {@link String}, a {@link Long} for all integral types and char, or a {@link Double}; null if not constant. */
    @Nullable Object value(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof LiteralTree literal) {
            return widen(literal.getValue());
        }
        if (tree instanceof ParenthesizedTree parenthesized) {
            return child(path, parenthesized.getExpression());
        }
        if (tree.getKind() == Tree.Kind.IDENTIFIER || tree.getKind() == Tree.Kind.MEMBER_SELECT) {
            return trees.getElement(path) instanceof VariableElement variable
                    ? widen(variable.getConstantValue())
                    : null;
        }
        if (tree instanceof UnaryTree unary) {
            return unary(unary.getKind(), child(path, unary.getExpression()), path);
        }
        if (tree instanceof BinaryTree binary) {
            Object left = child(path, binary.getLeftOperand());
            Object right = left == null ? null : child(path, binary.getRightOperand());
            return left == null || right == null ? null : binary(binary.getKind(), left, right, isInt(path));
        }
        if (tree instanceof ConditionalExpressionTree conditional) {
            Object test = child(path, conditional.getCondition());
            Object yes = child(path, conditional.getTrueExpression());
            Object no = child(path, conditional.getFalseExpression());
            return test == null || yes == null || no == null ? null : Boolean.TRUE.equals(test) ? yes : no;
        }
        return tree instanceof TypeCastTree cast ? cast(child(path, cast.getExpression()), path) : null;
    }

    private @Nullable Object child(TreePath parent, ExpressionTree tree) {
        return value(new TreePath(parent, tree));
    }

    private boolean isInt(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        return type != null && type.getKind() == TypeKind.INT;
    }

    private static @Nullable Object widen(@Nullable Object value) {
        if (value instanceof Character character) {
            return (long) character;
        }
        if (value instanceof Float || value instanceof Double) {
            return ((Number) value).doubleValue();
        }
        return value instanceof Number number ? (Object) number.longValue() : value;
    }

    private @Nullable Object cast(@Nullable Object value, TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        if (type == null || !(value instanceof Number number)) {
            return type != null
                            && (type.getKind().isPrimitive() || type.toString().equals("java.lang.String"))
                    ? value
                    : null;
        }
        return switch (type.getKind()) {
            case BYTE -> (long) (byte) number.longValue();
            case SHORT -> (long) (short) number.longValue();
            case CHAR -> (long) (char) number.longValue();
            case INT -> value instanceof Double ? (long) number.intValue() : (long) (int) number.longValue();
            case LONG -> number.longValue();
            case FLOAT -> (double) number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> null;
        };
    }

    private @Nullable Object unary(Tree.Kind kind, @Nullable Object value, TreePath path) {
        if (value instanceof Boolean flag) {
            return kind == Tree.Kind.LOGICAL_COMPLEMENT ? !flag : null;
        }
        if (value instanceof Long number) {
            long result =
                    kind == Tree.Kind.UNARY_MINUS ? -number : kind == Tree.Kind.BITWISE_COMPLEMENT ? ~number : number;
            return isStep(kind) ? null : (Object) (isInt(path) ? (long) (int) result : result);
        }
        if (value instanceof Double number && !isStep(kind)) {
            return kind == Tree.Kind.UNARY_MINUS ? -number : number;
        }
        return null;
    }

    private static boolean isStep(Tree.Kind kind) {
        return kind == Tree.Kind.PREFIX_INCREMENT
                || kind == Tree.Kind.PREFIX_DECREMENT
                || kind == Tree.Kind.POSTFIX_INCREMENT
                || kind == Tree.Kind.POSTFIX_DECREMENT;
    }

    private static @Nullable Object binary(Tree.Kind kind, Object left, Object right, boolean asInt) {
        if (left instanceof String || right instanceof String) {
            return switch (kind) {
                case PLUS -> "" + left + right;
                case EQUAL_TO -> left.equals(right);
                case NOT_EQUAL_TO -> !left.equals(right);
                default -> null;
            };
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return switch (kind) {
                case CONDITIONAL_AND, AND -> a && b;
                case CONDITIONAL_OR, OR -> a || b;
                case XOR, NOT_EQUAL_TO -> !Objects.equals(a, b);
                case EQUAL_TO -> Objects.equals(a, b);
                default -> null;
            };
        }
        if (left instanceof Long a && right instanceof Long b) {
            Object result = integral(kind, a, b, asInt);
            return asInt && result instanceof Long number ? (Object) (long) (int) (long) number : result;
        }
        return left instanceof Number a && right instanceof Number b
                ? floating(kind, a.doubleValue(), b.doubleValue())
                : null;
    }

    private static @Nullable Object integral(Tree.Kind kind, long a, long b, boolean asInt) {
        return switch (kind) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? null : (Object) (a / b);
            case REMAINDER -> b == 0 ? null : (Object) (a % b);
            case LEFT_SHIFT -> asInt ? (long) ((int) a << b) : a << b;
            case RIGHT_SHIFT -> asInt ? (long) ((int) a >> b) : a >> b;
            case UNSIGNED_RIGHT_SHIFT -> asInt ? (long) ((int) a >>> b) : a >>> b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            case EQUAL_TO -> a == b;
            case NOT_EQUAL_TO -> a != b;
            default -> null;
        };
    }

    private static @Nullable Object floating(Tree.Kind kind, double a, double b) {
        return switch (kind) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            case EQUAL_TO -> a == b;
            case NOT_EQUAL_TO -> a != b;
            default -> null;
        };
    }
}
