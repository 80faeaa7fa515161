package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.AwaitFinder;
import dev.fermata.processor.discover.FunctionType;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Start;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads one async lambda as a method whose first parameters are what it captures. */
final class LambdaReader {
    private final Surroundings around;
    private final Unit unit;
    private final TreePath path;
    private final LambdaExpressionTree tree;
    private final FunctionType function;
    private final boolean stays;
    private final Locals locals;
    private final List<Local> parameters = new ArrayList<>();

    /** @param stays whether the code around it stays as javac compiled it */
    LambdaReader(Surroundings around, TreePath path, FunctionType function, boolean stays) {
        this.around = around;
        this.unit = around.unit();
        this.path = path;
        this.tree = (LambdaExpressionTree) path.getLeaf();
        this.function = function;
        this.stays = stays;
        this.locals = new Locals(around.self());
    }

    AsyncLambda read(
            ClassName frame, AwaitFinder awaits, AsyncLambdas lambdas, Function<TypeElement, OwnerBridges> bridges) {
        if (stays) {
            addLocalClasses(bridges.apply(around.owner()));
        }
        Captures captures = Captures.of(path, unit);
        Mentioned mentioned = new Mentioned(unit, around.owner());
        mentioned.addSignature(around.element());
        mentioned.add(function.result());
        mentioned.addBody(path);
        requireNamed(mentioned, captures);
        List<VariableElement> captured = Captured.declare(captures.variables(), unit, path, locals, parameters);
        List<VariableElement> own = declareParameters();
        Returns returns = Objects.requireNonNull(unit.vocabulary().returns(function.result()));
        Body body = new Body(around.supplemented(), frame, returns, locals, awaits, bridges, lambdas);
        scanLocals(body);
        own.forEach(element -> parameters.add(Objects.requireNonNull(locals.of(element))));
        Stmt.Block block = block(body);
        Source source = unit.source();
        AsyncMethod machine = new AsyncMethod(
                around.element(),
                path,
                stays ? staying(captured, awaits) : new Start.MovedLambda(),
                around.owner(),
                frame,
                around.typeVariables(),
                unit.denotable().inferred(),
                returns,
                unit.denotable().result(function.result(), path),
                body.usesSelf() ? locals.self() : null,
                parameters,
                new LinkedHashSet<>(locals.all()),
                block,
                header(),
                around.sourceFile(),
                source.line(tree),
                source.line(source.end(tree) - 1),
                mentioned.widened(),
                around.renamed(mentioned.widened()),
                new ArrayList<>(body.bridges()),
                around.localClasses(),
                Suppressed.in(path, around.element(), mentioned, unit),
                mentioned.classes());
        return new AsyncLambda(machine, captured, own);
    }

    /** Those that the code around the lambda declares, and the lambda itself. */
    private void addLocalClasses(OwnerBridges names) {
        AwaitFinder none = new AwaitFinder(unit.trees(), unit.vocabulary());
        new LocalClassScanner(around, none, names).add(around.path());
        around.variables().check(around.localClasses(), path);
    }

    /** The machine is a class of its own, from which a class that is text of the code around cannot be named. */
    private void requireNamed(Mentioned mentioned, Captures captures) {
        for (TypeElement type : mentioned.local()) {
            if (unit.localClasses().isText(type) && !captures.isDeclaredWithin(type)) {
                throw new Rejection(Message.LAMBDA_AND_LOCAL_CLASS, path, type.asType());
            }
        }
    }

    /** Those with a name. */
    private List<VariableElement> declareParameters() {
        List<VariableElement> own = new ArrayList<>();
        for (VariableTree parameter : tree.getParameters()) {
            Element element = unit.trees().getElement(new TreePath(path, parameter));
            if (element instanceof VariableElement variable
                    && !parameter.getName().isEmpty()) {
                Captured.type(variable, unit, path);
                own.add(variable);
            }
        }
        return own;
    }

    private void scanLocals(Body body) {
        LocalsScanner scanner = new LocalsScanner(unit);
        tree.getParameters().forEach(parameter -> scanner.scan(new TreePath(path, parameter), null));
        scanner.scan(new TreePath(path, tree.getBody()), null);
        scanner.addTo(locals);
        scanner.addOpened(body.opened());
    }

    private Stmt.Block block(Body body) {
        TreePath code = new TreePath(path, tree.getBody());
        Fragments fragments = new Fragments(body);
        ExpressionReader expressions = new ExpressionReader(body, fragments);
        StatementReader statements =
                new StatementReader(body, fragments, expressions); // for a switch in an expression, too
        if (code.getLeaf() instanceof BlockTree) {
            return statements.block(code);
        }
        int line = unit.source().line(code.getLeaf());
        return new Stmt.Block(List.of(fragments.returned(code, expressions::condition, line)), line);
    }

    private Start staying(List<VariableElement> captured, AwaitFinder awaits) {
        List<VariableElement> all = new ArrayList<>();
        for (VariableTree parameter : tree.getParameters()) {
            all.add((VariableElement) Objects.requireNonNull(unit.trees().getElement(new TreePath(path, parameter))));
        }
        return new Start.StayingLambda(
                function.method(), function.result(), captured, all, awaits.hasCalls(), expression());
    }

    /** The outermost expression around the lambda. */
    private Tree expression() {
        TreePath at = path;
        while (at.getParentPath().getLeaf() instanceof ExpressionTree
                && !(at.getParentPath().getLeaf() instanceof LambdaExpressionTree)) {
            at = at.getParentPath();
        }
        return at.getLeaf();
    }

    /** {@code spawn(x -> ...) in Task<Void> serve()}. */
    private String header() {
        Source source = unit.source();
        String start =
                source.text(source.start(tree), source.start(tree.getBody())).strip() + " ...";
        String code = LambdaName.inContext(path, start);
        return around.path().getLeaf() instanceof MethodTree method
                ? code + " in " + MethodReader.header(method, source)
                : code;
    }
}
