package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Name;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads loops that await, in their heads or their bodies. */
final class LoopReader {
    private static final Kind PLAIN = new Kind("java.lang.Iterable", ClassName.get(Iterator.class));
    private static final Kind ASYNC =
            new Kind("dev.fermata.AsyncSequence", ClassName.get("dev.fermata", "AsyncIterator"));

    private final StatementReader statements;
    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final ExpressionReader expressions;

    LoopReader(StatementReader statements, Body body, Fragments fragments, ExpressionReader expressions) {
        this.statements = statements;
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.expressions = expressions;
    }

    /** Whether a statement is one that this reads. */
    static boolean isLoop(Tree tree) {
        return switch (tree.getKind()) {
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> true;
            default -> false;
        };
    }

    /** @param label the user's, if the loop has one */
    Stmt loop(TreePath path, @Nullable Name label) {
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
        Stmt inner = statements.branch(child(path, statement));
        fragments.exits().leave();
        return inner;
    }

    /** No condition for one that is constantly true. */
    private @Nullable Expr test(TreePath path, ExpressionTree condition) {
        return body.unit().constants().isTrue(child(path, condition))
                ? null
                : expressions.condition(child(path, condition));
    }

    private List<Stmt> heads(TreePath path, List<? extends StatementTree> trees) {
        List<Stmt> result = new ArrayList<>();
        for (StatementTree tree : trees) {
            TreePath at = child(path, tree);
            result.add(statements.isPlain(tree) ? fragments.withSemicolon(at) : statements.statement(at));
        }
        return result;
    }

    private Stmt forEach(EnhancedForLoopTree tree, TreePath path, @Nullable Name label) {
        TreePath variable = child(path, tree.getVariable());
        fragments.types().ofVariable(variable);
        TreePath iterable = child(path, tree.getExpression());
        while (iterable.getLeaf() instanceof ParenthesizedTree parenthesized) {
            iterable = child(iterable, parenthesized.getExpression());
        }
        boolean async = iterable.getLeaf() instanceof MethodInvocationTree
                && body.unit().vocabulary().isEach(body.unit().trees().getElement(iterable));
        if (async) {
            iterable = child(
                    iterable,
                    ((MethodInvocationTree) iterable.getLeaf()).getArguments().get(0));
        }
        Expr values = expressions.condition(iterable);
        Label target = fragments.exits().loop(label, "for");
        Stmt inner = loopBody(path, tree.getStatement());
        TypeMirror type = body.unit().trees().getTypeMirror(iterable);
        Local each = statements.local(variable);
        TypeName iterator =
                type instanceof ArrayType ? null : iterator(Objects.requireNonNull(type), each, async ? ASYNC : PLAIN);
        return new Stmt.ForEach(target, each, values, iterator, async, inner, source.line(tree));
    }

    /** What a loop runs over, and what it runs through that by. */
    private record Kind(String iterable, ClassName iterator) {}

    /** {@code Iterator<X>} for a subtype of {@code Iterable<X>}; where X has no name, of what the variable may be. */
    private TypeName iterator(TypeMirror type, Local variable, Kind kind) {
        DeclaredType iterable = iterable(type, kind);
        if (iterable == null || iterable.getTypeArguments().isEmpty()) {
            return ParameterizedTypeName.get(kind.iterator(), WildcardTypeName.subtypeOf(Object.class));
        }
        TypeName element = body.unit().denotable().of(iterable) instanceof ParameterizedTypeName parameterized
                ? parameterized.typeArguments().get(0)
                : WildcardTypeName.subtypeOf(variable.type().box());
        return ParameterizedTypeName.get(kind.iterator(), element);
    }

    private @Nullable DeclaredType iterable(TypeMirror type, Kind kind) {
        if (type instanceof DeclaredType declared
                && declared.asElement().toString().equals(kind.iterable())) {
            return declared;
        }
        for (TypeMirror supertype : body.unit().types().directSupertypes(type)) {
            DeclaredType found = supertype.getKind() == TypeKind.NONE ? null : iterable(supertype, kind);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static TreePath child(TreePath parent, Tree tree) {
        return new TreePath(parent, tree);
    }
}
