package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.message.Message;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Arguments that a method of a variable takes as an {@link InferredType}, which only javac knows them to be.
 *
 * <pre>{@code var map = new HashMap<>(Map.of("a", 1, "b", "c")); map.put("d", 2);   ->   map.put("d", (Common) (Object) (2));}</pre>
 */
final class InferredArguments {
    private final Body body;
    private final ExpressionTypes types;

    InferredArguments(Body body, ExpressionTypes types) {
        this.body = body;
        this.types = types;
    }

    /** What an argument has to be converted to; null if it is what the method takes. */
    @Nullable TypeName of(TreePath argument) {
        TreePath parent = argument.getParentPath();
        TypeMirror parameter = isArgument(argument) ? types.target(argument) : null;
        if (parameter == null) {
            return null;
        }
        requireAccepted(argument, parameter);
        boolean known = parameter instanceof IntersectionType
                && parent.getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && namesInferred(new TreePath(new TreePath(parent, select), select.getExpression()))
                && !namesInferred(argument);
        TypeName type = known ? body.unit().denotable().of(parameter) : null;
        return type != null && InferredType.isIn(type) ? type : null;
    }

    private static boolean isArgument(TreePath path) {
        Tree parent = path.getParentPath().getLeaf();
        return parent instanceof MethodInvocationTree call
                        && call.getArguments().contains(path.getLeaf())
                || parent instanceof NewClassTree creation
                        && creation.getArguments().contains(path.getLeaf());
    }

    /**
     * Into a {@code List<Number & Comparable<?>>} goes an {@code Integer}, into a {@code List<Common>} none does: another method
     * might be called.
     */
    private void requireAccepted(TreePath argument, TypeMirror parameter) {
        boolean takesLess = parameter instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .anyMatch(part -> part instanceof WildcardType wildcard
                                && wildcard.getSuperBound() != null
                                && !(wildcard.getSuperBound() instanceof IntersectionType));
        Element variable = argument.getLeaf() instanceof IdentifierTree
                ? body.unit().trees().getElement(argument)
                : null;
        if (takesLess && body.locals().inferred(variable) != null) {
            throw new Rejection(
                    Message.VARIABLE_TYPE_HAS_NO_NAME, argument, argument.getLeaf(), Denotable.PART_WITHOUT_NAME);
        }
    }

    private boolean namesInferred(TreePath expression) {
        return Boolean.TRUE.equals(
                new TreePathScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
                        return body.locals().inferred(body.unit().trees().getElement(getCurrentPath())) != null;
                    }

                    @Override
                    public Boolean reduce(@Nullable Boolean left, @Nullable Boolean right) {
                        return Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right);
                    }
                }.scan(expression, null));
    }
}
