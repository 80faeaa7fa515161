package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes await-free code of trees: slices of the source with substituted names. */
final class Fragments {
    private final Body body;
    private final Source source;
    private final Members members;
    private final Exits exits = new Exits();
    private final Stability stability;
    private final ExpressionTypes types;
    private final Completion completion;

    Fragments(Body body) {
        this.body = body;
        this.source = body.unit().source();
        this.members = new Members(body);
        this.stability = new Stability(body.unit().trees(), body.unit().constants(), body.locals());
        this.types = new ExpressionTypes(body);
        this.completion = new Completion(body.unit());
    }

    Members members() {
        return members;
    }

    Exits exits() {
        return exits;
    }

    Completion completion() {
        return completion;
    }

    ExpressionTypes types() {
        return types;
    }

    /** The text of one tree, with {@code holes} filled. */
    Code code(TreePath path, Map<Tree, List<Part>> holes) {
        Tree tree = path.getLeaf();
        return code(path, holes, source.start(tree), source.end(tree));
    }

    /** As {@link #code(TreePath, Map)}, with more of the text around the tree. */
    Code code(TreePath path, Map<Tree, List<Part>> holes, int start, int end) {
        SliceScanner scanner = new SliceScanner(body, this, holes);
        scanner.scan(path, null);
        Slice slice = scanner.slice();
        if (path.getLeaf() instanceof NewArrayTree array && isInitializer(array, path)) {
            TypeName type = types.of(path);
            slice.open(source.start(array), new Part.Text("new "), new Part.Type(type), new Part.Text(" "));
        }
        return slice.code(source, start, end);
    }

    /** {@code {a, b}} as the value of a variable, which can stand nowhere else without its type. */
    private static boolean isInitializer(NewArrayTree array, TreePath path) {
        return array.getType() == null && path.getParentPath().getLeaf() instanceof VariableTree;
    }

    /** An expression without an await. */
    Expr.Plain plain(TreePath path) {
        return new Expr.Plain(code(path, Map.of()), types.of(path), stability.isStable(path));
    }

    /** A statement without an await, with the comments around it. */
    Stmt.Plain statement(TreePath path, int start, int end) {
        return statement(path, Map.of(), start, end);
    }

    /** A statement whose awaits are in {@code holes}. */
    Stmt.Plain statement(TreePath path, Map<Tree, List<Part>> holes, int start, int end) {
        return new Stmt.Plain(code(path, holes, start, end), completion.completes(path), true);
    }

    /** Adds a semicolon, for the expressions in the head of a {@code for}. */
    Stmt.Plain withSemicolon(TreePath path) {
        Code code = code(path, Map.of());
        List<Part> parts = new ArrayList<>(code.parts());
        parts.add(new Part.Text(";"));
        return new Stmt.Plain(new Code(parts, code.line()), true);
    }

    /**
     * The labels of a case, and the guard if it is given: the text from {@code case} to where the last of them ends.
     *
     * @param path of the case
     */
    Code labels(TreePath path, @Nullable ExpressionTree guard, int start, int end) {
        SliceScanner scanner = new SliceScanner(body, this, Map.of());
        for (Tree label : Cases.labels((CaseTree) path.getLeaf())) {
            scanner.scan(new TreePath(path, label), null);
        }
        if (guard != null) {
            scanner.scanGuard(new TreePath(path, guard));
        }
        return scanner.slice().code(source, start, end);
    }

    /** A yield statement. */
    Stmt.Yield yielded(TreePath path, Function<TreePath, Expr> read) {
        TreePath value = new TreePath(path, ((YieldTree) path.getLeaf()).getValue());
        return exits.yielded(read.apply(value), source.line(path.getLeaf()));
    }

    /** A return statement without an await. */
    Stmt.Return returned(TreePath path) {
        return returned(path, this::plain);
    }

    /** A return statement; {@code return done(x)}, or the like of it, returns x. */
    Stmt.Return returned(TreePath path, Function<TreePath, Expr> read) {
        ExpressionTree tree = ((ReturnTree) path.getLeaf()).getExpression();
        int line = source.line(path.getLeaf());
        return tree == null ? new Stmt.Return(null, false, line) : returned(new TreePath(path, tree), read, line);
    }

    /** The return of a value, as the body of a lambda may be. */
    Stmt.Return returned(TreePath path, Function<TreePath, Expr> read, int line) {
        TreePath value = path;
        while (value.getLeaf() instanceof ParenthesizedTree parenthesized) {
            value = new TreePath(value, parenthesized.getExpression());
        }
        if (value.getLeaf() instanceof MethodInvocationTree call
                && body.unit().vocabulary().isDone(body.unit().trees().getElement(value), body.returns())) {
            Expr result = call.getArguments().isEmpty()
                    ? null
                    : read.apply(new TreePath(value, call.getArguments().get(0)));
            return new Stmt.Return(result, false, line);
        }
        return new Stmt.Return(read.apply(path), true, line);
    }
}
