package dev.fermata.processor.read;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes trees that have no text into a supplement. Knows the kinds that Lombok puts into the bodies of methods. */
final class SupplementPrinter extends SimpleTreeVisitor<@Nullable Void, @Nullable Void> {
    private final Supplements supplements;
    private final Supplier<Supplements.Supplement> current;
    private final Consumer<List<? extends StatementTree>> statements;
    private final Function<Tree, Rejection> unknown;

    /**
     * @param current where to write to now
     * @param statements prints those of a block, and finds out which are the user's
     * @param unknown what to throw for a tree of another kind
     */
    SupplementPrinter(
            Supplements supplements,
            Supplier<Supplements.Supplement> current,
            Consumer<List<? extends StatementTree>> statements,
            Function<Tree, Rejection> unknown) {
        this.supplements = supplements;
        this.current = current;
        this.statements = statements;
        this.unknown = unknown;
    }

    void print(Tree tree) {
        Supplements.Mark start = Supplements.end(current.get());
        visit(tree, null);
        supplements.place(tree, start, Supplements.end(current.get()));
    }

    private void text(String text) {
        current.get().append(text);
    }

    private void list(List<? extends Tree> trees) {
        for (int i = 0; i < trees.size(); i++) {
            text(i == 0 ? "" : ", ");
            print(trees.get(i));
        }
    }

    @Override
    protected @Nullable Void defaultAction(Tree tree, @Nullable Void unused) {
        throw unknown.apply(tree);
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        text("{");
        statements.accept(tree.getStatements());
        text(" }");
        return null;
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        if (!tree.getResources().isEmpty()) {
            return defaultAction(tree, null);
        }
        text("try ");
        print(tree.getBlock());
        for (CatchTree handler : tree.getCatches()) {
            text(" ");
            print(handler);
        }
        if (tree.getFinallyBlock() != null) {
            text(" finally ");
            print(tree.getFinallyBlock());
        }
        return null;
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void unused) {
        text("catch (");
        print(tree.getParameter());
        text(") ");
        print(tree.getBlock());
        return null;
    }

    /** The parameter of a catch. */
    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        if (tree.getInitializer() != null || tree.getType() == null) {
            return defaultAction(tree, null);
        }
        supplements.hide(tree.getModifiers());
        print(tree.getType());
        text(" " + tree.getName());
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
        if (tree.getElseStatement() != null) {
            return defaultAction(tree, null);
        }
        text("if ");
        inParentheses(tree.getCondition());
        text(" ");
        print(tree.getThenStatement());
        return null;
    }

    private void inParentheses(Tree tree) {
        if (tree instanceof ParenthesizedTree) {
            print(tree);
        } else {
            text("(");
            print(tree);
            text(")");
        }
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        text("synchronized ");
        inParentheses(tree.getExpression());
        text(" ");
        print(tree.getBlock());
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        text("throw ");
        print(tree.getExpression());
        text(";");
        return null;
    }

    @Override
    public @Nullable Void visitAssert(AssertTree tree, @Nullable Void unused) {
        text("assert ");
        print(tree.getCondition());
        if (tree.getDetail() != null) {
            text(" : ");
            print(tree.getDetail());
        }
        text(";");
        return null;
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        print(tree.getExpression());
        text(";");
        return null;
    }

    @Override
    public @Nullable Void visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
        text("(");
        print(tree.getExpression());
        text(")");
        return null;
    }

    /** One comparison: Lombok writes no others, and so no operand needs parentheses. */
    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean equal = tree.getKind() == Tree.Kind.EQUAL_TO;
        if (!equal && tree.getKind() != Tree.Kind.NOT_EQUAL_TO
                || tree.getLeftOperand() instanceof BinaryTree
                || tree.getRightOperand() instanceof BinaryTree) {
            return defaultAction(tree, null);
        }
        print(tree.getLeftOperand());
        text(equal ? " == " : " != ");
        print(tree.getRightOperand());
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (!tree.getTypeArguments().isEmpty()) {
            return defaultAction(tree, null);
        }
        print(tree.getMethodSelect());
        text("(");
        list(tree.getArguments());
        text(")");
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        if (tree.getClassBody() != null || tree.getEnclosingExpression() != null) {
            return defaultAction(tree, null);
        }
        text("new ");
        print(tree.getIdentifier());
        text("(");
        list(tree.getArguments());
        text(")");
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        print(tree.getExpression());
        text("." + tree.getIdentifier());
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        text(tree.getName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
        text(tree.toString());
        return null;
    }

    @Override
    public @Nullable Void visitPrimitiveType(PrimitiveTypeTree tree, @Nullable Void unused) {
        text(tree.toString());
        return null;
    }

    @Override
    public @Nullable Void visitArrayType(ArrayTypeTree tree, @Nullable Void unused) {
        print(tree.getType());
        text("[]");
        return null;
    }

    @Override
    public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Void unused) {
        print(tree.getType());
        text("<");
        list(tree.getTypeArguments());
        text(">");
        return null;
    }

    @Override
    public @Nullable Void visitWildcard(WildcardTree tree, @Nullable Void unused) {
        if (tree.getBound() == null) {
            text("?");
        } else {
            text(tree.getKind() == Tree.Kind.EXTENDS_WILDCARD ? "? extends " : "? super ");
            print(tree.getBound());
        }
        return null;
    }
}
