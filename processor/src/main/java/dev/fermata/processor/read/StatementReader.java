package dev.fermata.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Reads statements: those with an await become IR, all others stay as they are. */
final class StatementReader {
    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final ExpressionReader expressions;
    private final LoopReader loops;
    private final TryReader tries;
    private final SwitchReader switches;

    StatementReader(Body body, Fragments fragments, ExpressionReader expressions) {
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.expressions = expressions;
        this.loops = new LoopReader(this, body, fragments, expressions);
        this.tries = new TryReader(this, body, fragments, expressions);
        this.switches = new SwitchReader(this, body, fragments, expressions);
        expressions.readSwitchesWith(switches);
    }

    Stmt.Block block(TreePath path) {
        BlockTree tree = (BlockTree) path.getLeaf();
        return new Stmt.Block(
                all(tree.getStatements(), path, source.start(tree) + 1, source.end(tree) - 1), source.line(tree));
    }

    /** Statements, with the comments between {@code from} and {@code to}. */
    List<Stmt> all(List<? extends StatementTree> statements, TreePath parent, int from, int to) {
        List<Stmt> result = new ArrayList<>();
        int at = addTo(result, statements, parent, from);
        if (result.isEmpty() || !isJump(result.get(result.size() - 1))) {
            addComment(result, at, to);
        }
        return result;
    }

    private int addTo(List<Stmt> result, List<? extends StatementTree> statements, TreePath parent, int before) {
        int at = before;
        for (StatementTree statement : statements) {
            TreePath path = child(parent, statement);
            BlockTree sneaky = SneakyThrows.body(statement);
            at = sneaky == null
                    ? addTo(result, path, at)
                    : addTo(result, sneaky.getStatements(), child(path, sneaky), at);
        }
        return at;
    }

    /** Adds a statement of a block, with the comments between {@code before} and it; returns where it ends. */
    private int addTo(List<Stmt> result, TreePath path, int before) {
        Tree tree = path.getLeaf();
        int from = source.skipTrailingComments(before);
        addComment(result, before, from);
        int start = source.start(tree);
        int end = source.end(tree);
        if (tree instanceof EmptyStatementTree) {
            addComment(result, from, start);
            return end;
        }
        if (tree instanceof ClassTree) { // the class is already compiled
            return end;
        }
        if (isPlain(tree)) {
            int last = source.skipTrailingComments(end);
            result.add(fragments.statement(path, source.skipSpace(from), last));
            return last;
        }
        if (from <= start) {
            addComment(result, from, start);
        }
        // What is said behind a statement that may jump stands before it, where it can be reached.
        int last = tree instanceof VariableTree || tree instanceof ExpressionStatementTree || isJump(tree)
                ? source.skipTrailingComments(end)
                : end;
        addComment(result, end, last);
        result.addAll(statements(path));
        return Math.max(from, last);
    }

    static boolean isJump(Tree tree) {
        return switch (tree.getKind()) {
            case RETURN, THROW, BREAK, CONTINUE, YIELD -> true;
            default -> false;
        };
    }

    private static boolean isJump(Stmt statement) {
        return statement instanceof Stmt.Leave
                || statement instanceof Stmt.Throw
                || statement instanceof Stmt.Plain plain && !plain.completes();
    }

    /** Keeps a comment that stands before no code of its own. */
    private void addComment(List<Stmt> result, int from, int to) {
        int start = source.skipSpace(from);
        int end = start;
        for (int at = start; at < to && source.isComment(at); at = source.skipSpace(end)) {
            end = source.skipComment(at);
        }
        if (end > start && end <= to) {
            Code code = new Slice().code(source, start, end);
            result.add(new Stmt.Plain(code, true));
        }
    }

    /** Whether a statement stays text. A declaration in a block of the IR is one of the machine's variables. */
    boolean isPlain(Tree tree) {
        return switch (tree.getKind()) {
            case VARIABLE, RETURN, BREAK, CONTINUE, YIELD -> false;
            default -> !body.awaits(tree) && !body.opened().containsKey(tree);
        };
    }

    /** A statement that is the branch of an if, or the body of a loop. */
    Stmt branch(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof BlockTree && (!isPlain(tree) || !declares(tree))) {
            return block(path);
        }
        List<Stmt> statements = isPlain(tree) && !(tree instanceof EmptyStatementTree)
                ? List.of(fragments.statement(path, source.start(tree), source.end(tree)))
                : tree instanceof EmptyStatementTree ? List.of() : statements(path);
        return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements, source.line(tree));
    }

    /** Whether a block's own names would be seen outside of it if it lost its braces. */
    private static boolean declares(Tree block) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitVariable(VariableTree tree, Void unused) {
                        return true;
                    }

                    @Override
                    public Boolean visitClass(ClassTree tree, Void unused) {
                        return true;
                    }

                    @Override
                    public Boolean visitInstanceOf(InstanceOfTree tree, Void unused) {
                        return tree.getPattern() != null || Boolean.TRUE.equals(super.visitInstanceOf(tree, null));
                    }

                    @Override
                    public Boolean reduce(@Nullable Boolean left, @Nullable Boolean right) {
                        return Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right);
                    }
                }.scan(block, null));
    }

    private List<Stmt> statements(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof SynchronizedTree && body.opened().containsKey(tree)) {
            throw new Rejection(
                    Message.ASSIGNED_AND_CAPTURED, path, body.opened().get(tree));
        }
        boolean whole = tree instanceof SwitchTree choice
                && !body.opened().containsKey(tree)
                && !SwitchReader.isCut(choice.getCases(), body);
        return whole ? choice((SwitchTree) tree, path) : List.of(statement(path));
    }

    Stmt statement(TreePath path) {
        Tree tree = path.getLeaf();
        int line = source.line(tree);
        if (tree instanceof VariableTree variable) {
            return declare(variable, path);
        }
        if (tree instanceof ExpressionStatementTree statement) {
            return new Stmt.Evaluate(expressions.condition(child(path, statement.getExpression())));
        }
        if (tree instanceof BlockTree) {
            return block(path);
        }
        if (tree instanceof IfTree test) {
            StatementTree otherwise = test.getElseStatement();
            return new Stmt.If(
                    condition(path, test.getCondition()),
                    branch(child(path, test.getThenStatement())),
                    otherwise == null ? null : branch(child(path, otherwise)),
                    line);
        }
        if (tree instanceof LabeledStatementTree labeled) {
            return labeled(labeled, path);
        }
        if (tree instanceof ThrowTree thrown) {
            return new Stmt.Throw(expressions.condition(child(path, thrown.getExpression())), line);
        }
        if (tree instanceof ReturnTree) {
            return fragments.returned(path, expressions::condition);
        }
        if (tree instanceof BreakTree jump) {
            return new Stmt.Break(fragments.exits().breakTarget(jump.getLabel()), line);
        }
        if (tree instanceof ContinueTree jump) {
            return new Stmt.Continue(fragments.exits().continueTarget(jump.getLabel()), line);
        }
        if (tree instanceof YieldTree) {
            return fragments.yielded(path, expressions::condition);
        }
        if (tree instanceof SwitchTree choice) {
            return switches.statement(choice, path);
        }
        if (tree instanceof AssertTree assertion) {
            ExpressionTree detail = assertion.getDetail();
            Expr message = detail == null ? null : condition(path, detail);
            return new Stmt.Assert(condition(path, assertion.getCondition()), message, line);
        }
        return tree instanceof TryTree attempt ? tries.attempt(attempt, path) : loops.loop(path, null);
    }

    private Expr condition(TreePath parent, ExpressionTree condition) {
        return expressions.condition(child(parent, condition));
    }

    private Stmt declare(VariableTree tree, TreePath path) {
        fragments.types().ofVariable(path);
        ExpressionTree value = tree.getInitializer();
        Local local = local(path);
        return new Stmt.Declare(local, value == null ? null : initial(child(path, value), local), source.line(tree));
    }

    private Expr initial(TreePath path, Local local) {
        return path.getLeaf() instanceof SwitchExpressionTree choice && SwitchReader.isCut(choice.getCases(), body)
                ? switches.expression(choice, path, local)
                : expressions.condition(path);
    }

    Local local(TreePath declaration) {
        Element element = body.unit().trees().getElement(declaration);
        Local local = element == null ? null : body.locals().of(element);
        // A variable without a name cannot be used; ours needs one to be declared.
        return local == null
                ? body.locals().add(Local.temporary("unused", fragments.types().ofVariable(declaration)))
                : local;
    }

    private Stmt labeled(LabeledStatementTree tree, TreePath path) {
        TreePath inner = child(path, tree.getStatement());
        if (LoopReader.isLoop(inner.getLeaf())) {
            return loops.loop(inner, tree.getLabel());
        }
        Label label = fragments.exits().labeled(tree.getLabel());
        Stmt statement = branch(inner);
        fragments.exits().leave();
        return new Stmt.Labeled(label, statement, source.line(tree));
    }

    /** A switch whose selector awaits: the selector goes into a variable. */
    private List<Stmt> choice(SwitchTree tree, TreePath path) {
        TreePath selector = child(path, tree.getExpression());
        while (selector.getLeaf() instanceof ParenthesizedTree parenthesized) {
            selector = child(selector, parenthesized.getExpression());
        }
        Expr value = expressions.read(selector);
        Local local = body.locals().add(Local.temporary("selector", value.type()));
        List<Part> hole = List.of(new Part.Use(local, Part.Access.READ));
        return List.of(
                new Stmt.Declare(local, value, source.line(tree)),
                fragments.statement(path, Map.of(selector.getLeaf(), hole), source.start(tree), source.end(tree)));
    }

    private static TreePath child(TreePath parent, Tree tree) {
        return new TreePath(parent, tree);
    }
}
