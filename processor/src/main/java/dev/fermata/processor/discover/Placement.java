package dev.fermata.processor.discover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
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
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
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
        Place plain(Message message, Object... names) {
            return new Place(false, lambdas, message, List.of(names));
        }

        Place withLambdas(boolean allowed) {
            return new Place(inAsync, allowed, problem, arguments);
        }
    }

    private final Trees trees;
    private final Vocabulary vocabulary;
    private final Reporter reporter;
    private final Signature signature;
    private final Emissions emissions;
    private final List<TreePath> accepted = new ArrayList<>();
    private Place place = new Place(false, false, Message.AWAIT_IN_INITIALIZER, List.of(""));

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
        Place inside = place.inAsync()
                ? place.within(Message.AWAIT_IN_CLASS_BODY)
                : place.plain(Message.AWAIT_IN_INITIALIZER, name());
        inside = inside.withLambdas(isInAsyncClass(getCurrentPath()) && !QualifiedCreation.isAround(getCurrentPath()));
        return in(inside, () -> super.visitClass(tree, null));
    }

    /** The name of the class at the current place; of an anonymous one that of what it extends. */
    private CharSequence name() {
        return getCurrentPath().getParentPath().getLeaf() instanceof NewClassTree creation
                ? creation.getIdentifier().toString()
                : ((ClassTree) getCurrentPath().getLeaf()).getSimpleName();
    }

    /** Whether {@code @Async} stands on a class around the place. */
    private boolean isInAsyncClass(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree && vocabulary.isAsync(trees.getElement(at))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        TreePath path = getCurrentPath();
        if (!vocabulary.isAsync(trees.getElement(path))) {
            Place inside = place.inAsync() ? place : outsideAsync(path);
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

    private Place outsideAsync(TreePath method) {
        Name name = ((MethodTree) method.getLeaf()).getName();
        Element element = Objects.requireNonNull(trees.getElement(method));
        if (element.getKind() == ElementKind.CONSTRUCTOR) {
            return place.plain(
                    Message.AWAIT_IN_CONSTRUCTOR,
                    Objects.requireNonNull(element.getEnclosingElement()).getSimpleName());
        }
        Optional<String> likely = vocabulary.namesake(element);
        return likely.isPresent()
                ? place.plain(Message.AWAIT_IN_OTHER_ASYNC, name, likely.get())
                : place.plain(Message.AWAIT_OUTSIDE_ASYNC, name);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        boolean awaits = awaits(new TreePath(getCurrentPath(), tree.getBody()));
        TreePath path = getCurrentPath();
        Place inside = awaits ? inLambda(path) : place;
        int errors = reporter.errors();
        in(inside, () -> super.visitLambdaExpression(tree, null));
        boolean moves = place.inAsync() && place.problem() != Message.AWAIT_IN_CLASS_BODY;
        if (inside.isAsync() && !moves && reporter.errors() == errors) {
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
        if (isOurs(Mentions.simpleName(tree.getMethodSelect()))) {
            TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
            Element called = trees.getElement(select);
            if (vocabulary.isAwait(called) && place.problem() != null) {
                reporter.error(place.problem(), select, place.arguments().toArray());
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
            case AWAIT_IN_LAMBDA, LAMBDA_OUTSIDE_ASYNC -> "in a lambda";
            case AWAIT_IN_CLASS_BODY -> "in the body of a class inside an @Async method";
            case AWAIT_IN_SYNCHRONIZED -> "in a synchronized block";
            case AWAIT_IN_INITIALIZER ->
                "in an initializer of '" + place.arguments().get(0) + "'";
            case AWAIT_IN_CONSTRUCTOR ->
                "in a constructor of '" + place.arguments().get(0) + "'";
            default -> "in '" + place.arguments().get(0) + "', which is not @Async";
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
