package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;

/** Reads {@code try} statements that await, themselves or by closing a resource. */
final class TryReader {
    private final StatementReader statements;
    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final ExpressionReader expressions;

    TryReader(StatementReader statements, Body body, Fragments fragments, ExpressionReader expressions) {
        this.statements = statements;
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.expressions = expressions;
    }

    Stmt attempt(TryTree tree, TreePath path) {
        List<Stmt.Resource> resources = new ArrayList<>();
        for (Tree resource : tree.getResources()) {
            resources.add(resource(child(path, resource)));
        }
        Stmt.Block tried = statements.block(child(path, tree.getBlock()));
        List<Stmt.Catch> catches = new ArrayList<>();
        for (CatchTree handler : tree.getCatches()) {
            catches.add(handler(handler, child(path, handler)));
        }
        BlockTree last = tree.getFinallyBlock();
        return new Stmt.Try(
                resources,
                tried,
                catches,
                last == null ? null : statements.block(child(path, last)),
                source.line(tree));
    }

    private Stmt.Resource resource(TreePath path) {
        Tree tree = path.getLeaf();
        boolean async =
                body.unit().vocabulary().isAsyncCloseable(body.unit().trees().getTypeMirror(path));
        int line = source.line(tree);
        if (tree instanceof VariableTree variable) {
            fragments.types().ofVariable(path);
            Expr value = expressions.condition(child(path, Objects.requireNonNull(variable.getInitializer())));
            return new Stmt.Resource(statements.local(path), value, async, line);
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
        return new Stmt.Catch(
                types, statements.local(parameter), statements.block(child(path, tree.getBlock())), source.line(tree));
    }

    private static TreePath child(TreePath parent, Tree tree) {
        return new TreePath(parent, tree);
    }
}
