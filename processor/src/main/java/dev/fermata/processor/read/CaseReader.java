package dev.fermata.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads what one case of a switch takes: its labels, its guard, and the variables that they bind. */
final class CaseReader {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d_]+(\\.[\\p{L}\\d_]+)*");

    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final ExpressionReader expressions;

    CaseReader(Body body, Fragments fragments, ExpressionReader expressions) {
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.expressions = expressions;
    }

    /**
     * @param before where what stands before the case ends, and comments may begin
     * @param statements reads the body, given where the labels and the guard end
     */
    Stmt.Case read(TreePath path, TreePath selector, int before, IntFunction<List<Stmt>> statements) {
        CaseTree tree = (CaseTree) path.getLeaf();
        ExpressionTree guard = Cases.guard(tree);
        boolean awaits = guard != null && body.awaits(guard);
        int labelsEnd = labelsEnd(tree);
        int end = guard == null ? labelsEnd : source.end(guard);
        Code labels = fragments.labels(path, awaits ? null : guard, source.start(tree), awaits ? labelsEnd : end);
        Expr condition = awaits ? expressions.condition(new TreePath(path, guard)) : null;
        return new Stmt.Case(
                commented(labels, before, source.start(tree)),
                match(path, awaits ? null : guard, selector),
                Cases.hasNull(tree),
                bound(path, guard, awaits),
                condition,
                tree.getCaseKind() == CaseTree.CaseKind.RULE,
                hint(tree),
                statements.apply(end),
                source.line(tree));
    }

    /** The comments on lines of their own before a case stand before it in the generated switch, too. */
    private Code commented(Code labels, int before, int start) {
        List<Part> parts = new ArrayList<>();
        int at = source.skipSpace(source.skipTrailingComments(before));
        int line = at < start ? source.line(at) : labels.line();
        while (at < start && source.isComment(at)) {
            int end = source.skipComment(at);
            parts.add(new Part.At(source.line(at)));
            parts.addAll(new Slice().code(source, at, end).parts());
            parts.add(new Part.Text("\n"));
            at = source.skipSpace(end);
        }
        if (at != start || parts.isEmpty()) {
            return labels;
        }
        parts.add(new Part.At(labels.line()));
        parts.addAll(labels.parts());
        return new Code(parts, line);
    }

    private int labelsEnd(CaseTree tree) {
        int start = source.start(tree);
        if (Cases.isDefault(tree)) {
            int word = source.findName("default", start, Integer.MAX_VALUE);
            return word + "default".length();
        }
        List<? extends Tree> labels = Cases.labels(tree);
        return source.end(labels.get(labels.size() - 1));
    }

    private Stmt.Match match(TreePath path, @Nullable ExpressionTree guard, TreePath selector) {
        CaseTree tree = (CaseTree) path.getLeaf();
        if (Cases.isDefault(tree)) {
            return Stmt.Match.REST;
        }
        if (!Cases.hasPattern(tree)) {
            return Cases.hasNull(tree) ? Stmt.Match.SOME : Stmt.Match.CONSTANTS;
        }
        boolean always = guard == null || body.unit().constants().isTrue(new TreePath(path, guard));
        return always && isUnconditional(path, selector) ? Stmt.Match.REST : Stmt.Match.SOME;
    }

    /** Whether a type pattern is of a supertype of the selector's type (JLS 14.30.3). */
    private boolean isUnconditional(TreePath path, TreePath selector) {
        Types types = body.unit().types();
        TypeMirror selected = body.unit().trees().getTypeMirror(selector);
        for (Tree label : Cases.labels((CaseTree) path.getLeaf())) {
            List<TreePath> variables = new ArrayList<>();
            boolean[] nested = {false};
            new TreePathScanner<Void, Void>() {
                @Override
                public @Nullable Void visitVariable(VariableTree tree, Void unused) {
                    variables.add(getCurrentPath());
                    return null;
                }

                @Override
                public @Nullable Void visitIdentifier(IdentifierTree tree, Void unused) {
                    nested[0] = true; // the type of a record pattern; that of a variable is not looked at
                    return null;
                }
            }.scan(new TreePath(path, label), null);
            TypeMirror type =
                    variables.size() == 1 && !nested[0] ? body.unit().trees().getTypeMirror(variables.get(0)) : null;
            if (type != null && selected != null && types.isSubtype(types.erasure(selected), types.erasure(type))) {
                return true;
            }
        }
        return false;
    }

    /** The variables that the labels, and a guard among them, bind for what follows. */
    private List<Local> bound(TreePath path, @Nullable ExpressionTree guard, boolean awaits) {
        CaseTree tree = (CaseTree) path.getLeaf();
        Set<Local> bound = new LinkedHashSet<>();
        for (Tree label : Cases.labels(tree)) {
            declared(new TreePath(path, label), bound);
        }
        Set<Local> used = new LinkedHashSet<>();
        if (guard != null && awaits) {
            used(new TreePath(path, guard), used);
        } else if (guard != null) {
            declared(new TreePath(path, guard), bound);
        }
        if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
            used(new TreePath(path, tree.getBody()), used);
        } else {
            for (StatementTree statement : tree.getStatements()) {
                used(new TreePath(path, statement), used);
            }
        }
        bound.retainAll(used);
        return List.copyOf(bound);
    }

    private void declared(TreePath path, Set<Local> result) {
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree tree, Void unused) {
                add(getCurrentPath(), result);
                return super.visitVariable(tree, null);
            }
        }.scan(path, null);
    }

    private void used(TreePath path, Set<Local> result) {
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, Void unused) {
                add(getCurrentPath(), result);
                return null;
            }
        }.scan(path, null);
    }

    private void add(TreePath path, Set<Local> result) {
        Element element = body.unit().trees().getElement(path);
        Local local = element == null ? null : body.locals().of(element);
        if (local != null && local.kind() == Local.Kind.PATTERN) {
            result.add(local);
        }
    }

    /** A word of the first label. */
    private String hint(CaseTree tree) {
        if (Cases.isDefault(tree)) {
            return "default";
        }
        Tree label = Cases.labels(tree).get(0);
        Matcher word = WORD.matcher(source.text(source.start(label), source.end(label)));
        String text = word.find() ? word.group() : "";
        return "case_" + text.substring(text.lastIndexOf('.') + 1);
    }
}
