package dev.fermata.processor.discover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which trees of a body contain an await, an emit or an each, and so become IR. A try statement that closes an {@code AsyncCloseable} awaits,
 * even if it does not say so.
 */
public final class AwaitFinder extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final Vocabulary vocabulary;
    private final Set<Tree> containing = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean calls;

    public AwaitFinder(Trees trees, Vocabulary vocabulary) {
        this.trees = trees;
        this.vocabulary = vocabulary;
    }

    public boolean contains(Tree tree) {
        return containing.contains(tree);
    }

    /** Whether {@code await}, {@code emit} or {@code each} is called, and not only a resource closed. */
    public boolean hasCalls() {
        return calls;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        Element called = trees.getElement(getCurrentPath());
        if (vocabulary.isAwait(called) || vocabulary.isEmit(called) || vocabulary.isEach(called)) {
            calls = true;
            markUpwards();
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, Void unused) {
        for (Tree resource : tree.getResources()) {
            if (vocabulary.isAsyncCloseable(trees.getTypeMirror(new TreePath(getCurrentPath(), resource)))) {
                markUpwards();
            }
        }
        return super.visitTry(tree, null);
    }

    private void markUpwards() {
        TreePath at = getCurrentPath();
        while (at != null && containing.add(at.getLeaf())) {
            at = at.getParentPath();
        }
    }
}
