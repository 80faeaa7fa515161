package dev.fermata.processor.discover;

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
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Checks where each {@code await} stands, and collects the {@code @Async} methods in which nothing is wrong. */
final class Placement extends TreePathScanner<Void, Void> {
    /**
     * What an await at the current place is told: nothing, or a message about the place, which may name something.
     *
     * @param lambdas whether a lambda here may be async
     */
    private record Place(
            boolean inAsync, boolean lambdas, @Nullable Message problem, List<Object> arguments) {
        static final Place ASYNC = new Place(true, true, null, List.of());

        /** The innermost place that forbids an await says why. */
        Place within(Message message, Object... arguments) {
            return inAsync ? because(message, arguments) : this;
        }

        Place because(Message message, Object... arguments) {
            return new Place(inAsync, lambdas, message, List.of(arguments));
        }

        boolean isAsync() {
            return inAsync && problem == null;
        }

        /** As {@link #within}, but a lambda or class body around it says more. */
        Place block(Message message) {
            boolean elsewhere = problem == Message.AWAIT_IN_LAMBDA || problem == Message.AWAIT_IN_CLASS_BODY;
            return elsewhere ? this : within(message);
        }

        /** Code that is not async. */
        Place plain(Message message, Object name) {
            return new Place(false, lambdas, message, List.of(name));
        }

        Place withLambdas(boolean allowed) {
            return new Place(inAsync, allowed, problem, arguments);
        }
    }

    private final Trees trees;
    private final Vocabulary vocabulary;
    private final Reporter reporter;
    private final Signature signature;
    private final List<TreePath> accepted = new ArrayList<>();
    private Place place = new Place(false, false, Message.AWAIT_IN_INITIALIZER, List.of(""));

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
        Element type = trees.getElement(getCurrentPath());
        Place inside = place.inAsync()
                ? place.within(Message.AWAIT_IN_CLASS_BODY).withLambdas(false)
                : place.plain(Message.AWAIT_IN_INITIALIZER, tree.getSimpleName())
                        .withLambdas(isMember(type) && (place.lambdas() || vocabulary.isAsync(type)));
        return in(inside, () -> super.visitClass(tree, null));
    }

    private static boolean isMember(@Nullable Element type) {
        return type instanceof TypeElement element
                && !element.getQualifiedName().isEmpty();
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        TreePath path = getCurrentPath();
        if (!vocabulary.isAsync(trees.getElement(path))) {
            Place inside = place.inAsync() ? place : place.plain(Message.AWAIT_OUTSIDE_ASYNC, tree.getName());
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
        boolean awaits = awaits(new TreePath(getCurrentPath(), tree.getBody()));
        TreePath path = getCurrentPath();
        Place inside = awaits ? inLambda(path) : place;
        int errors = reporter.errors();
        in(inside, () -> super.visitLambdaExpression(tree, null));
        if (inside.isAsync() && !place.inAsync() && reporter.errors() == errors) {
            accepted.add(path);
        }
        return null;
    }

    private boolean awaits(TreePath code) {
        AwaitFinder awaits = new AwaitFinder(trees, vocabulary);
        awaits.scan(code, null);
        return awaits.contains(code.getLeaf());
    }

    private Place inLambda(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        Optional<FunctionType> function = type == null ? Optional.empty() : vocabulary.function(type);
        if (function.isEmpty()) {
            return place;
        }
        boolean isTask = vocabulary.isResult(function.get().result());
        if (isTask && place.lambdas()) {
            return Place.ASYNC;
        }
        if (isTask) {
            return place.inAsync() ? place : place.because(Message.LAMBDA_OUTSIDE_ASYNC);
        }
        return place.lambdas()
                ? place.because(
                        Message.AWAIT_IN_LAMBDA,
                        function.get().name(),
                        function.get().result())
                : place;
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, Void unused) {
        scan(tree.getExpression(), null);
        return in(place.block(Message.AWAIT_IN_SYNCHRONIZED), () -> scan(tree.getBlock(), null));
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
