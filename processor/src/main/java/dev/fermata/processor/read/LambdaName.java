package dev.fermata.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;

/** What a person calls a lambda: by the method that it is passed to, or by the variable that it is the value of. */
final class LambdaName {
    private LambdaName() {}

    static String of(TreePath lambda) {
        Tree user = user(lambda);
        String name = user instanceof VariableTree variable
                ? variable.getName().toString()
                : user instanceof AssignmentTree assignment
                        ? simpleName(assignment.getVariable())
                        : user instanceof MethodInvocationTree call
                                ? simpleName(call.getMethodSelect())
                                : user instanceof NewClassTree creation ? simpleName(creation.getIdentifier()) : "";
        return name.isEmpty() || name.equals("this") || name.equals("super") ? "lambda" : name;
    }

    /** The lambda's text within what uses it, as {@code spawn(text)}. */
    static String inContext(TreePath lambda, String text) {
        Tree user = user(lambda);
        if (user instanceof VariableTree || user instanceof AssignmentTree) {
            return of(lambda) + " = " + text;
        }
        if (user instanceof NewClassTree) {
            return "new " + of(lambda) + "(" + text + ")";
        }
        return user instanceof MethodInvocationTree ? of(lambda) + "(" + text + ")" : text;
    }

    private static Tree user(TreePath lambda) {
        TreePath at = lambda.getParentPath();
        while (at.getLeaf() instanceof ParenthesizedTree
                || at.getLeaf() instanceof TypeCastTree
                || at.getLeaf() instanceof ConditionalExpressionTree) {
            at = at.getParentPath();
        }
        return at.getLeaf();
    }

    private static String simpleName(ExpressionTree tree) {
        return tree instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : tree instanceof IdentifierTree identifier
                        ? identifier.getName().toString()
                        : tree instanceof ParameterizedTypeTree parameterized
                                        && parameterized.getType() instanceof ExpressionTree type
                                ? simpleName(type)
                                : "";
    }
}
