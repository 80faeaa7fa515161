package dev.fermata.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.message.Message;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds in an {@code @Async} method what another processor, which is Lombok, has put into the trees, and writes it as text
 * that can be sliced like the user's own. Before and after, for {@code @Cleanup}:
 *
 * <pre>{@code
 * @Cleanup Reader reader = open();      @Cleanup Reader reader = open(); try {
 * use(reader);                          use(reader); } finally { if (...) { reader.close(); } }
 * }</pre>
 *
 * Such a tree has the position of the annotation that asked for it: a statement is made up if it does not stand between the
 * statement before it and the end of its block.
 */
final class SupplementScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Unit unit;
    private final Source source;
    private final Supplements supplements = new Supplements();
    private final SupplementPrinter printer;
    private final Tree root;
    private int at;
    private int close;
    private Supplements.@Nullable Supplement type;

    private SupplementScanner(Unit unit, Tree root) {
        this.unit = unit;
        this.source = unit.source();
        this.root = root;
        this.printer = new SupplementPrinter(
                supplements, () -> type != null ? type : supplements.at(at), this::statements, this::rejection);
    }

    static Supplements of(TreePath code, Unit unit) {
        SupplementScanner scanner = new SupplementScanner(unit, code.getLeaf());
        scanner.scan(code, null);
        return scanner.supplements;
    }

    private Rejection rejection(Tree unknown) {
        return new Rejection(Message.CODE_WITHOUT_TEXT, getCurrentPath(), unknown.getKind());
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        statements(tree.getStatements(), source.start(tree) + 1, source.end(tree) - 1);
        return null;
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
            return super.visitCase(tree, null);
        }
        scan(Cases.labels(tree), null);
        scan(Cases.guard(tree), null);
        statements(tree.getStatements(), source.start(tree), source.end(tree));
        return null;
    }

    private void statements(List<? extends StatementTree> statements, int from, int to) {
        int outerAt = at;
        int outerClose = close;
        at = from;
        close = to;
        statements(statements);
        at = outerAt;
        close = outerClose;
    }

    private void statements(List<? extends StatementTree> statements) {
        StatementTree before = null;
        for (StatementTree statement : statements) {
            BlockTree body = SneakyThrows.body(statement);
            if (isWritten(statement, before)) {
                scan(statement, null);
                at = source.end(statement);
            } else if (body == null) {
                supplements.at(at).append(" ");
                printer.print(statement);
            } else if (getCurrentPath().getParentPath().getLeaf() == root
                    || getCurrentPath().getLeaf() == root) {
                statements(body.getStatements());
            } else {
                throw rejection(statement);
            }
            before = statement;
        }
    }

    private boolean isWritten(StatementTree statement, @Nullable StatementTree before) {
        int start = source.start(statement);
        int end = source.end(statement);
        boolean together = statement instanceof VariableTree
                && before instanceof VariableTree
                && start == source.start(before)
                && end > source.end(before);
        return (start >= at || together) && end > start && end <= close;
    }

    /** Lombok's {@code val}: becomes an annotation, at the position of the word, and the type has no position. */
    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
            int start = source.start(annotation);
            if (tree.getType() != null && start >= 0 && !source.startsWith("@", start)) {
                printType(tree, annotation, start);
            }
        }
        return scan(tree.getInitializer(), null);
    }

    private void printType(VariableTree tree, AnnotationTree annotation, int start) {
        int from = source.start(tree.getModifiers());
        boolean isFinal = from >= 0 && from < start && source.text(from, start).matches("(?s)(.*\\W)?final\\W.*");
        type = supplements.replacing(start, source.end(annotation));
        Supplements.Mark mark = Supplements.end(type);
        type.append(isFinal ? "" : "final ");
        printer.print(Objects.requireNonNull(tree.getType()));
        type = null;
        supplements.hide(annotation);
        supplements.hide(annotation.getAnnotationType());
        if (source.start(tree) > start) {
            supplements.start(tree, mark);
        }
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        if (tree.getBody() instanceof BlockTree block && !source.startsWith("{", source.start(block))) {
            throw rejection(block);
        }
        return super.visitLambdaExpression(tree, null);
    }

    /** A call of what Lombok calls an extension method has its receiver among the arguments. */
    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (!tree.getArguments().isEmpty()
                && source.isWritten(tree.getArguments().get(0))
                && source.start(tree.getArguments().get(0)) < source.end(tree.getMethodSelect())) {
            throw rejection(tree);
        }
        return super.visitMethodInvocation(tree, null);
    }

    /** A class that javac compiles with the file needs no text. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        TypeElement element = (TypeElement) unit.trees().getElement(getCurrentPath());
        return element != null && unit.localClasses().of(element) != null ? null : super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        if (!source.isWritten(tree)) {
            return null;
        }
        if (tree.getReturnType() != null
                && source.findName(tree.getName().toString(), source.start(tree), source.end(tree)) < 0) {
            throw rejection(tree);
        }
        return super.visitMethod(tree, null);
    }
}
