package dev.fermata.processor.discover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.message.Message;
import dev.fermata.processor.message.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Checks where each {@code await} stands, and collects the {@code @Async} methods in which nothing is wrong. */
final class Placement extends TreePathScanner<Void, Void> {
    /** What an await at the current place is told: nothing, or a message about the place, which may name something. */
    private record Place(boolean inAsync, @Nullable Message problem, String name) {
        static final Place ASYNC = new Place(true, null, "");

        /** The innermost place that forbids an await says why. */
        Place within(Message message) {
            return inAsync ? new Place(true, message, "") : this;
        }

        /** As {@link #within}, but a lambda or class body around it says more. */
        Place block(Message message) {
            boolean elsewhere = problem == Message.AWAIT_IN_LAMBDA || problem == Message.AWAIT_IN_CLASS_BODY;
            return elsewhere ? this : within(message);
        }
    }

    private final Trees trees;
    private final Vocabulary vocabulary;
    private final Reporter reporter;
    private final Signature signature;
    private final Emissions emissions;
    private final List<TreePath> accepted = new ArrayList<>();
    private Place place = new Place(false, Message.AWAIT_IN_INITIALIZER, "");

    Placement(Trees trees, Vocabulary vocabulary, Reporter reporter, Signature signature, Emissions emissions) {
        this.trees = trees;
        this.vocabulary = vocabulary;
        this.reporter = reporter;
        this.signature = signature;
        this.emissions = emissions;
    }

    List<TreePath> accepted() {
        return accepted;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        return in(
                place.inAsync()
                        ? place.within(Message.AWAIT_IN_CLASS_BODY)
                        : new Place(
                                false,
                                Message.AWAIT_IN_INITIALIZER,
                                tree.getSimpleName().toString()),
                () -> super.visitClass(tree, null));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        TreePath path = getCurrentPath();
        if (!vocabulary.isAsync(trees.getElement(path))) {
            Place inside = place.inAsync()
                    ? place
                    : new Place(
                            false, Message.AWAIT_OUTSIDE_ASYNC, tree.getName().toString());
            return in(inside, () -> super.visitMethod(tree, null));
        }
        int errors = reporter.errors();
        signature.check(path);
        in(Place.ASYNC, () -> super.visitMethod(tree, null));
        if (reporter.errors() == errors) {
            accepted.add(path);
        }
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return in(place.within(Message.AWAIT_IN_LAMBDA), () -> super.visitLambdaExpression(tree, null));
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, Void unused) {
        scan(tree.getExpression(), null);
        return in(place.block(Message.AWAIT_IN_SYNCHRONIZED), () -> scan(tree.getBlock(), null));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (isOurs(Mentions.simpleName(tree.getMethodSelect()))) {
            TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
            Element called = trees.getElement(select);
            if (vocabulary.isAwait(called) && place.problem() != null) {
                reporter.error(place.problem(), select, place.name());
            } else if (vocabulary.isEmit(called)) {
                checkEmit(select, tree);
            } else if (vocabulary.isEach(called)) {
                checkEach(select);
            }
        }
        return super.visitMethodInvocation(tree, null);
    }

    private void checkEmit(TreePath select, MethodInvocationTree tree) {
        if (place.problem() != null) {
            reporter.error(Message.EMIT_PLACE, select, where());
        } else {
            emissions.check(
                    select, new TreePath(getCurrentPath(), tree.getArguments().get(0)));
        }
    }

    private void checkEach(TreePath select) {
        TreePath at = getCurrentPath();
        while (at.getParentPath().getLeaf() instanceof ParenthesizedTree) {
            at = at.getParentPath();
        }
        boolean head = at.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop
                && loop.getExpression() == at.getLeaf();
        if (place.problem() != null || !head) {
            reporter.error(Message.EACH_PLACE, select, head ? where() : "outside of the head of a for-each loop");
        }
    }

    /** The current place, which forbids what is there. */
    private String where() {
        return switch (Objects.requireNonNull(place.problem())) {
            case AWAIT_IN_LAMBDA -> "in a lambda";
            case AWAIT_IN_CLASS_BODY -> "in the body of a class inside an @Async method";
            case AWAIT_IN_SYNCHRONIZED -> "in a synchronized block";
            case AWAIT_IN_INITIALIZER -> "in an initializer of '" + place.name() + "'";
            default -> "in '" + place.name() + "', which is not @Async";
        };
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        if (isOurs(tree.getName())) {
            Element named = trees.getElement(getCurrentPath());
            if (vocabulary.isAwait(named) || vocabulary.isEmit(named) || vocabulary.isEach(named)) {
                reporter.error(Message.AWAIT_REFERENCE, getCurrentPath(), tree.getName());
            }
        }
        return super.visitMemberReference(tree, null);
    }

    /** Closing an {@code AsyncCloseable} awaits, in an async body only: elsewhere its plain {@code close()} is called. */
    @Override
    public @Nullable Void visitTry(TryTree tree, Void unused) {
        if (place.problem() == Message.AWAIT_IN_SYNCHRONIZED) {
            for (Tree resource : tree.getResources()) {
                checkResource(new TreePath(getCurrentPath(), resource));
            }
        }
        return super.visitTry(tree, null);
    }

    private void checkResource(TreePath resource) {
        Element element = trees.getElement(resource);
        if (element != null && vocabulary.isAsyncCloseable(trees.getTypeMirror(resource))) {
            reporter.error(Message.ASYNC_RESOURCE_PLACE, resource, element.getSimpleName());
        }
    }

    private static boolean isOurs(@Nullable Name name) {
        return name != null
                && (name.contentEquals("await") || name.contentEquals("emit") || name.contentEquals("each"));
    }

    private @Nullable Void in(Place inner, Runnable scan) {
        Place outer = place;
        place = inner;
        scan.run();
        place = outer;
        return null;
    }
}
