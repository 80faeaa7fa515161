package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads statements: those with an await become IR, all others stay as they are. */
final class StatementReader {
    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final ExpressionReader expressions;

    StatementReader(Body body, Fragments fragments, ExpressionReader expressions) {
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.expressions = expressions;
    }

    Stmt.Block block(TreePath path) {
        BlockTree tree = (BlockTree) path.getLeaf();
        List<Stmt> result = new ArrayList<>();
        int at = source.start(tree) + 1;
        for (StatementTree statement : tree.getStatements()) {
            at = addTo(result, child(path, statement), at);
        }
        if (result.isEmpty() || !isJump(result.get(result.size() - 1))) {
            addComment(result, at, source.end(tree) - 1);
        }
        return new Stmt.Block(result, source.line(tree));
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
        if (tree instanceof ClassTree type) {
            throw new Rejection(Message.CLASS_BESIDE_AWAIT, path, type.getSimpleName());
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

    private static boolean isJump(Tree tree) {
        return switch (tree.getKind()) {
            case RETURN, THROW, BREAK, CONTINUE -> true;
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
    private boolean isPlain(Tree tree) {
        return switch (tree.getKind()) {
            case VARIABLE, RETURN, BREAK, CONTINUE -> false;
            default -> !body.awaits(tree) && !body.opened().containsKey(tree);
        };
    }

    /** A statement that is the branch of an if, or the body of a loop. */
    private Stmt branch(TreePath path) {
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
        boolean closed = tree instanceof SwitchTree || tree instanceof SynchronizedTree;
        if (closed && body.opened().containsKey(tree)) {
            throw new Rejection(
                    Message.ASSIGNED_AND_CAPTURED, path, body.opened().get(tree));
        }
        return tree instanceof SwitchTree choice ? choice(choice, path) : List.of(statement(path));
    }

    private Stmt statement(TreePath path) {
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
            return new Stmt.Break(fragments.exits().target(jump.getLabel()), line);
        }
        if (tree instanceof ContinueTree jump) {
            return new Stmt.Continue(fragments.exits().target(jump.getLabel()), line);
        }
        return tree instanceof TryTree attempt ? attempt(attempt, path) : loop(path, null);
    }

    private Expr condition(TreePath parent, ExpressionTree condition) {
        return expressions.condition(child(parent, condition));
    }

    private Stmt declare(VariableTree tree, TreePath path) {
        fragments.types().ofVariable(path);
        ExpressionTree value = tree.getInitializer();
        return new Stmt.Declare(
                local(path), value == null ? null : expressions.condition(child(path, value)), source.line(tree));
    }

    private Local local(TreePath declaration) {
        Element element = body.unit().trees().getElement(declaration);
        Local local = element == null ? null : body.locals().of(element);
        // A variable without a name cannot be used; ours needs one to be declared.
        return local == null
                ? body.locals().add(Local.temporary("unused", fragments.types().ofVariable(declaration)))
                : local;
    }

    private Stmt labeled(LabeledStatementTree tree, TreePath path) {
        TreePath inner = child(path, tree.getStatement());
        if (isLoop(inner.getLeaf())) {
            return loop(inner, tree.getLabel());
        }
        Label label = fragments.exits().labeled(tree.getLabel());
        Stmt statement = branch(inner);
        fragments.exits().leave();
        return new Stmt.Labeled(label, statement, source.line(tree));
    }

    private static boolean isLoop(Tree tree) {
        return switch (tree.getKind()) {
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> true;
            default -> false;
        };
    }

    private Stmt loop(TreePath path, @Nullable Name label) {
        Tree tree = path.getLeaf();
        int line = source.line(tree);
        if (tree instanceof WhileLoopTree loop) {
            Label target = fragments.exits().loop(label, "while");
            Expr condition = test(path, loop.getCondition());
            Stmt inner = loopBody(path, loop.getStatement());
            return new Stmt.Loop(target, List.of(), condition, List.of(), inner, true, line);
        }
        if (tree instanceof DoWhileLoopTree loop) {
            Label target = fragments.exits().loop(label, "do");
            Stmt inner = loopBody(path, loop.getStatement());
            return new Stmt.Loop(target, List.of(), test(path, loop.getCondition()), List.of(), inner, false, line);
        }
        if (tree instanceof ForLoopTree loop) {
            List<Stmt> init = heads(path, loop.getInitializer());
            Label target = fragments.exits().loop(label, "for");
            Expr condition = loop.getCondition() == null ? null : test(path, loop.getCondition());
            List<Stmt> update = heads(path, loop.getUpdate());
            Stmt inner = loopBody(path, loop.getStatement());
            return new Stmt.Loop(target, init, condition, update, inner, true, line);
        }
        if (tree instanceof EnhancedForLoopTree loop) {
            return forEach(loop, path, label);
        }
        throw new Rejection(Message.SYNTAX_WITH_AWAIT, path, tree.getKind());
    }

    /** The body is the last of a loop to be read. */
    private Stmt loopBody(TreePath path, StatementTree statement) {
        Stmt inner = branch(child(path, statement));
        fragments.exits().leave();
        return inner;
    }

    /** No condition for one that is constantly true. */
    private @Nullable Expr test(TreePath path, ExpressionTree condition) {
        return body.unit().constants().isTrue(child(path, condition)) ? null : condition(path, condition);
    }

    private List<Stmt> heads(TreePath path, List<? extends StatementTree> trees) {
        List<Stmt> result = new ArrayList<>();
        for (StatementTree tree : trees) {
            TreePath at = child(path, tree);
            result.add(isPlain(tree) ? fragments.withSemicolon(at) : statement(at));
        }
        return result;
    }

    private Stmt forEach(EnhancedForLoopTree tree, TreePath path, @Nullable Name label) {
        TreePath variable = child(path, tree.getVariable());
        fragments.types().ofVariable(variable);
        TreePath iterable = child(path, tree.getExpression());
        Expr values = expressions.condition(iterable);
        Label target = fragments.exits().loop(label, "for");
        Stmt inner = loopBody(path, tree.getStatement());
        TypeMirror type = body.unit().trees().getTypeMirror(iterable);
        Local each = local(variable);
        TypeName iterator = type instanceof ArrayType ? null : iterator(Objects.requireNonNull(type), each);
        return new Stmt.ForEach(target, each, values, iterator, inner, source.line(tree));
    }

    /** {@code Iterator<X>} for a subtype of {@code Iterable<X>}; where X has no name, of what the variable may be. */
    private TypeName iterator(TypeMirror type, Local variable) {
        DeclaredType iterable = iterable(type);
        if (iterable == null || iterable.getTypeArguments().isEmpty()) {
            return ParameterizedTypeName.get(ClassName.get(Iterator.class), WildcardTypeName.subtypeOf(Object.class));
        }
        TypeName element = body.unit().denotable().of(iterable) instanceof ParameterizedTypeName parameterized
                ? parameterized.typeArguments().get(0)
                : WildcardTypeName.subtypeOf(variable.type().box());
        return ParameterizedTypeName.get(ClassName.get(Iterator.class), element);
    }

    private @Nullable DeclaredType iterable(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.asElement().toString().equals("java.lang.Iterable")) {
            return declared;
        }
        for (TypeMirror supertype : body.unit().types().directSupertypes(type)) {
            DeclaredType found = supertype.getKind() == TypeKind.NONE ? null : iterable(supertype);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Stmt attempt(TryTree tree, TreePath path) {
        List<Stmt.Resource> resources = new ArrayList<>();
        for (Tree resource : tree.getResources()) {
            resources.add(resource(child(path, resource)));
        }
        Stmt.Block tried = block(child(path, tree.getBlock()));
        List<Stmt.Catch> catches = new ArrayList<>();
        for (CatchTree handler : tree.getCatches()) {
            catches.add(handler(handler, child(path, handler)));
        }
        BlockTree last = tree.getFinallyBlock();
        return new Stmt.Try(
                resources, tried, catches, last == null ? null : block(child(path, last)), source.line(tree));
    }

    private Stmt.Resource resource(TreePath path) {
        Tree tree = path.getLeaf();
        boolean async =
                body.unit().vocabulary().isAsyncCloseable(body.unit().trees().getTypeMirror(path));
        int line = source.line(tree);
        if (tree instanceof VariableTree variable) {
            fragments.types().ofVariable(path);
            Expr value = expressions.condition(child(path, Objects.requireNonNull(variable.getInitializer())));
            return new Stmt.Resource(local(path), value, async, line);
        }
        Expr value = expressions.condition(path);
        Element element = body.unit().trees().getElement(path);
        String name = element == null ? "resource" : element.getSimpleName().toString();
        return new Stmt.Resource(body.locals().add(Local.temporary(name, value.type())), value, async, line);
    }

    private Stmt.Catch handler(CatchTree tree, TreePath path) {
        TreePath parameter = child(path, tree.getParameter());
        List<TypeName> types = new ArrayList<>();
        if (tree.getParameter().getType() instanceof UnionTypeTree union) {
            TreePath at = child(parameter, union);
            union.getTypeAlternatives()
                    .forEach(type -> types.add(fragments.types().of(child(at, type))));
        } else {
            types.add(fragments.types().ofVariable(parameter));
        }
        return new Stmt.Catch(types, local(parameter), block(child(path, tree.getBlock())), source.line(tree));
    }

    /** A switch whose selector awaits: the selector goes into a variable. */
    private List<Stmt> choice(SwitchTree tree, TreePath path) {
        TreePath selector = child(path, tree.getExpression());
        if (!body.awaits(tree.getExpression())) {
            throw new Rejection(Message.SYNTAX_WITH_AWAIT, path, tree.getKind());
        }
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
