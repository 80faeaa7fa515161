package dev.fermata.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.ir.Local;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Which expressions mean the same wherever they are evaluated, so that no await can change their value or their effect. */
final class Stability {
    private final Trees trees;
    private final Constants constants;
    private final Locals locals;

    Stability(Trees trees, Constants constants, Locals locals) {
        this.trees = trees;
        this.constants = constants;
        this.locals = locals;
    }

    boolean isStable(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof LiteralTree || tree instanceof LambdaExpressionTree) {
            return true;
        }
        if (tree instanceof ParenthesizedTree parenthesized) {
            return isStable(new TreePath(path, parenthesized.getExpression()));
        }
        if (tree instanceof IdentifierTree identifier) {
            return identifier.getName().contentEquals("this") || isFixedLocal(path) || constants.value(path) != null;
        }
        if (tree instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            return name.equals("class") || name.equals("this") || constants.value(path) != null;
        }
        if (tree instanceof MemberReferenceTree reference) {
            return isTypeOrThis(new TreePath(path, reference.getQualifierExpression()));
        }
        return constants.value(path) != null;
    }

    private boolean isFixedLocal(TreePath path) {
        Element element = trees.getElement(path);
        Local local = element == null ? null : locals.of(element);
        return local != null && local.effectivelyFinal();
    }

    private boolean isTypeOrThis(TreePath qualifier) {
        Tree tree = qualifier.getLeaf();
        return tree.getKind() == Tree.Kind.PARAMETERIZED_TYPE
                || tree.getKind() == Tree.Kind.ARRAY_TYPE
                || tree.getKind() == Tree.Kind.PRIMITIVE_TYPE
                || trees.getElement(qualifier) instanceof TypeElement
                || tree instanceof IdentifierTree identifier
                        && (identifier.getName().contentEquals("this")
                                || identifier.getName().contentEquals("super"));
    }
}
