package dev.fermata.processor.discover;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
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
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Checks where each {@code await} stands, and collects the {@code @Async} methods in which nothing is wrong. */
final class Placement extends TreePathScanner<Void, Void> {
    /** What an await at the current place is told: nothing, or a message about the place, which may name something. */
    private record Place(boolean inAsync, @Nullable Message problem, List<Object> arguments) {
        static final Place ASYNC = new Place(true, null, List.of());

        static Place outside(Message problem, Object name) {
            return new Place(false, problem, List.of(name));
        }

        /** The innermost place that forbids an await says why. */
        Place within(Message message, Object... arguments) {
            return inAsync ? new Place(true, message, List.of(arguments)) : this;
        }

        /** Whether a lambda here may be a machine of its own. */
        boolean hasAsyncLambdas() {
            return inAsync && problem != Message.AWAIT_IN_CLASS_BODY;
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
    private final List<TreePath> accepted = new ArrayList<>();
    private Place place = Place.outside(Message.AWAIT_IN_INITIALIZER, "");

    Placement(Trees trees, Vocabulary vocabulary, Reporter reporter, Signature signature) {
        this.trees = trees;
        this.vocabulary = vocabulary;
        this.reporter = reporter;
        this.signature = signature;
    }

    List<TreePath> accepted() {
        return accepted;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        return in(
                place.inAsync()
                        ? place.within(Message.AWAIT_IN_CLASS_BODY)
                        : Place.outside(Message.AWAIT_IN_INITIALIZER, tree.getSimpleName()),
                () -> super.visitClass(tree, null));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        TreePath path = getCurrentPath();
        if (!vocabulary.isAsync(trees.getElement(path))) {
            Place inside = place.inAsync() ? place : Place.outside(Message.AWAIT_OUTSIDE_ASYNC, tree.getName());
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
        return in(inLambda(), () -> super.visitLambdaExpression(tree, null));
    }

    private Place inLambda() {
        TypeMirror type = trees.getTypeMirror(getCurrentPath());
        Optional<FunctionType> function =
                !place.inAsync() || type == null ? Optional.empty() : vocabulary.function(type);
        if (function.isEmpty()) {
            return place;
        }
        TypeMirror result = function.get().result();
        return place.hasAsyncLambdas() && vocabulary.isResult(result)
                ? Place.ASYNC
                : place.within(Message.AWAIT_IN_LAMBDA, function.get().name(), result);
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, Void unused) {
        scan(tree.getExpression(), null);
        return in(place.block(Message.AWAIT_IN_SYNCHRONIZED), () -> scan(tree.getBlock(), null));
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, Void unused) {
        return in(place.block(Message.AWAIT_IN_SWITCH), () -> super.visitCase(tree, null));
    }

    @Override
    public @Nullable Void visitAssert(AssertTree tree, Void unused) {
        return in(place.block(Message.AWAIT_IN_ASSERT), () -> super.visitAssert(tree, null));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (place.problem() != null && isNamedAwait(tree.getMethodSelect())) {
            TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
            if (vocabulary.isAwait(trees.getElement(select))) {
                reporter.error(place.problem(), select, place.arguments().toArray());
            }
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        if (tree.getName().contentEquals("await") && vocabulary.isAwait(trees.getElement(getCurrentPath()))) {
            reporter.error(Message.AWAIT_REFERENCE, getCurrentPath());
        }
        return super.visitMemberReference(tree, null);
    }

    /** Closing an {@code AsyncCloseable} awaits, in an async body only: elsewhere its plain {@code close()} is called. */
    @Override
    public @Nullable Void visitTry(TryTree tree, Void unused) {
        String where = place.problem() == Message.AWAIT_IN_SYNCHRONIZED
                ? "in a synchronized block"
                : place.problem() == Message.AWAIT_IN_SWITCH ? "yet in a case of a switch" : null;
        if (where != null) {
            for (Tree resource : tree.getResources()) {
                checkResource(new TreePath(getCurrentPath(), resource), where);
            }
        }
        return super.visitTry(tree, null);
    }

    private void checkResource(TreePath resource, String where) {
        Element element = trees.getElement(resource);
        if (element != null && vocabulary.isAsyncCloseable(trees.getTypeMirror(resource))) {
            reporter.error(Message.ASYNC_RESOURCE_PLACE, resource, element.getSimpleName(), where);
        }
    }

    private static boolean isNamedAwait(Tree select) {
        Name name = Mentions.simpleName(select);
        return name != null && name.contentEquals("await");
    }

    private @Nullable Void in(Place inner, Runnable scan) {
        Place outer = place;
        place = inner;
        scan.run();
        place = outer;
        return null;
    }
}
