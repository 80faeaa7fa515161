package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads switches with an await in a case. */
final class SwitchReader {
    private final StatementReader statements;
    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final ExpressionReader expressions;
    private final CaseReader cases;

    SwitchReader(StatementReader statements, Body body, Fragments fragments, ExpressionReader expressions) {
        this.statements = statements;
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.expressions = expressions;
        this.cases = new CaseReader(body, fragments, expressions);
    }

    /** Whether a case awaits; else at most the selector does. */
    static boolean isCut(List<? extends CaseTree> cases, Body body) {
        return cases.stream().anyMatch(body::awaits);
    }

    Stmt.Switch statement(SwitchTree tree, TreePath path) {
        TreePath selector = selector(path, tree.getExpression());
        Expr value = expressions.read(selector);
        Label label = fragments.exits().choice();
        List<Stmt.Case> read = all(tree.getCases(), path, selector);
        fragments.exits().leave();
        return new Stmt.Switch(
                label,
                value,
                isHeld(path, selector, tree.getCases()),
                read,
                fragments.completion().isExhaustive(tree, path),
                source.line(tree));
    }

    /** @param target what its value is assigned to, if it is of the same type; else a variable is made */
    Expr.Switch expression(SwitchExpressionTree tree, TreePath path, @Nullable Local target) {
        TypeName type = fragments.types().of(path);
        Local result = target != null && target.type().equals(type)
                ? target
                : body.locals().add(Local.temporary("chosen", type));
        TreePath selector = selector(path, tree.getExpression());
        Expr value = expressions.read(selector);
        Label label = fragments.exits().choice(result);
        List<Stmt.Case> read = all(tree.getCases(), path, selector);
        fragments.exits().leave();
        addMissing(tree, selector, read);
        boolean held = isHeld(path, selector, tree.getCases());
        return new Expr.Switch(new Stmt.Switch(label, value, held, read, true, source.line(tree)), result);
    }

    private static TreePath selector(TreePath path, ExpressionTree tree) {
        TreePath selector = new TreePath(path, tree);
        while (selector.getLeaf() instanceof ParenthesizedTree parenthesized) {
            selector = new TreePath(selector, parenthesized.getExpression());
        }
        return selector;
    }

    private boolean isHeld(TreePath path, TreePath selector, List<? extends CaseTree> trees) {
        return body.awaits(selector.getLeaf())
                || body.opened().containsKey(path.getLeaf())
                || trees.stream().anyMatch(this::hasAwaitingGuard);
    }

    private boolean hasAwaitingGuard(CaseTree tree) {
        ExpressionTree guard = Cases.guard(tree);
        return guard != null && body.awaits(guard);
    }

    private List<Stmt.Case> all(List<? extends CaseTree> trees, TreePath path, TreePath selector) {
        List<Stmt.Case> result = new ArrayList<>();
        int comments = source.skipBlank(source.end(selector.getParentPath().getLeaf())) + 1;
        for (int i = 0; i < trees.size(); i++) {
            CaseTree tree = trees.get(i);
            TreePath at = new TreePath(path, tree);
            int end = i + 1 < trees.size() ? source.start(trees.get(i + 1)) : source.end(path.getLeaf()) - 1;
            result.add(cases.read(at, selector, comments, labelsEnd -> body(tree, at, labelsEnd, end)));
            comments = fallsThrough(tree) ? end : source.end(tree);
        }
        return result;
    }

    /** Then a comment before the next case may speak of that; it stays where this one ends. */
    private static boolean fallsThrough(CaseTree tree) {
        List<? extends StatementTree> statements = tree.getStatements();
        return tree.getCaseKind() == CaseTree.CaseKind.STATEMENT
                && (statements.isEmpty() || !StatementReader.isJump(statements.get(statements.size() - 1)));
    }

    private List<Stmt> body(CaseTree tree, TreePath path, int labelsEnd, int end) {
        if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
            int colon = source.skipBlank(labelsEnd);
            return statements.all(tree.getStatements(), path, colon + 1, end);
        }
        Tree rule = tree.getBody();
        TreePath at = new TreePath(path, rule);
        if (rule instanceof ExpressionTree) {
            return List.of(fragments.exits().yielded(expressions.condition(at), source.line(rule)));
        }
        return statements.isPlain((StatementTree) rule)
                ? List.of(fragments.statement(at, source.start(rule), source.end(rule)))
                : List.of(statements.branch(at));
    }

    /** A switch expression over the constants of an enum fails for one that was added later: as a statement it would not. */
    private void addMissing(SwitchExpressionTree tree, TreePath selector, List<Stmt.Case> read) {
        boolean constantsOnly = tree.getCases().stream()
                .noneMatch(one -> Cases.isDefault(one) || Cases.hasNull(one) || Cases.hasPattern(one));
        if (!constantsOnly || !isEnum(body.unit().trees().getTypeMirror(selector))) {
            return;
        }
        int line = source.line(source.end(tree) - 1);
        Code labels = Code.of(line, new Part.Text("default"));
        Code failure = body.unit().hasMatchException()
                ? Code.of(line, thrown("MatchException"), new Part.Text("(null, null);"))
                : Code.of(line, thrown("IncompatibleClassChangeError"), new Part.Text("();"));
        List<Part> parts = new ArrayList<>(List.of(new Part.Text("throw new ")));
        parts.addAll(failure.parts());
        Stmt.Plain fails = new Stmt.Plain(new Code(parts, line), false);
        read.add(new Stmt.Case(labels, Stmt.Match.REST, false, List.of(), null, true, "default", List.of(fails), line));
    }

    private static Part thrown(String name) {
        return new Part.Type(ClassName.get("java.lang", name));
    }

    private static boolean isEnum(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }
}
