package dev.fermata.processor.read;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.discover.AwaitFinder;
import org.jspecify.annotations.Nullable;

/** Looks for code that becomes a machine of its own. */
final class AsyncCode extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private boolean found;

    private AsyncCode(Unit unit) {
        this.unit = unit;
    }

    static boolean isIn(TreePath type, Unit unit) {
        AsyncCode code = new AsyncCode(unit);
        code.scan(type, null);
        return code.found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        found |= unit.vocabulary().isAsync(unit.trees().getElement(getCurrentPath()));
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        AwaitFinder awaits = new AwaitFinder(unit.trees(), unit.vocabulary());
        awaits.scan(new TreePath(getCurrentPath(), tree.getBody()), null);
        found |= awaits.contains(tree.getBody());
        return super.visitLambdaExpression(tree, null);
    }
}
