package dev.fermata.processor.read;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Follows a slice with the jump targets that lie inside of it: a jump to any other leaves the slice. */
abstract class JumpScanner extends TreePathScanner<Void, Void> {
    private final Deque<Name> labels = new ArrayDeque<>();
    private int breakable;
    private int continuable;
    private int yieldable;

    /** Whether a break goes to a statement of the slice. */
    final boolean staysAtBreak(@Nullable Name label) {
        return label == null ? breakable > 0 : labels.contains(label);
    }

    /** Whether a continue goes to a loop of the slice. */
    final boolean staysAtContinue(@Nullable Name label) {
        return label == null ? continuable > 0 : labels.contains(label);
    }

    /** Whether a yield gives the value of a switch expression of the slice. */
    final boolean staysAtYield() {
        return yieldable > 0;
    }

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, Void unused) {
        labels.push(tree.getLabel());
        super.visitLabeledStatement(tree, null);
        labels.pop();
        return null;
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, Void unused) {
        return loop(() -> super.visitWhileLoop(tree, null));
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
        return loop(() -> super.visitDoWhileLoop(tree, null));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, Void unused) {
        return loop(() -> super.visitForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
        return loop(() -> super.visitEnhancedForLoop(tree, null));
    }

    private @Nullable Void loop(Runnable scan) {
        breakable++;
        continuable++;
        scan.run();
        breakable--;
        continuable--;
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, Void unused) {
        breakable++;
        super.visitSwitch(tree, null);
        breakable--;
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
        yieldable++;
        super.visitSwitchExpression(tree, null);
        yieldable--;
        return null;
    }
}
