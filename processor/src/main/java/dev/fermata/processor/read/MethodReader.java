package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.AwaitFinder;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Start;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads one method: its signature, its locals, then its body. */
final class MethodReader {
    private final Unit unit;
    private final Surroundings surroundings;
    private final TreePath path;
    private final MethodTree tree;
    private final ExecutableElement method;
    private final Returns returns;
    private final TypeElement owner;

    MethodReader(Unit unit, TreePath path) {
        this.surroundings = Surroundings.ofMethod(unit, path);
        this.unit = surroundings.unit();
        this.path = path;
        this.tree = (MethodTree) path.getLeaf();
        this.method = (ExecutableElement) surroundings.element();
        this.returns = Objects.requireNonNull(unit.vocabulary().returns(method.getReturnType()));
        this.owner = surroundings.owner();
    }

    /** Nothing if javac has found an error in the method. */
    Optional<AsyncMethod> read(ClassName frame, Function<TypeElement, OwnerBridges> bridges, AsyncLambdas lambdas) {
        AwaitFinder awaits = new AwaitFinder(unit.trees(), unit.vocabulary());
        TreePath bodyPath = new TreePath(path, tree.getBody());
        awaits.scan(bodyPath, null);
        LocalOwners.add(unit, path, bridges);
        new LocalClassScanner(surroundings, awaits, bridges.apply(owner)).add(bodyPath);
        Mentioned mentioned = new Mentioned(unit, owner);
        mentioned.addSignature(method);
        mentioned.addBody(path);
        return mentioned.isErroneous()
                ? Optional.empty()
                : Optional.of(read(frame, mentioned, awaits, bridges, lambdas));
    }

    private AsyncMethod read(
            ClassName frame,
            Mentioned mentioned,
            AwaitFinder awaits,
            Function<TypeElement, OwnerBridges> bridges,
            AsyncLambdas lambdas) {
        surroundings.variables().check(surroundings.localClasses(), path);
        List<TypeVariableName> typeVariables = surroundings.typeVariables();
        Local self = surroundings.self();
        Locals locals = new Locals(self);
        TreePath bodyPath = new TreePath(path, tree.getBody());
        LocalsScanner scanner = new LocalsScanner(unit);
        scanner.scan(path, null);
        List<Local> parameters = new ArrayList<>();
        List<VariableElement> kept = surroundings.keptByOwner();
        Captured.requireDistinct(kept, path);
        List<VariableElement> fields = Captured.declare(kept, unit, path, locals, parameters);
        scanner.addTo(locals);
        parameters.addAll(parameters(locals));
        Body body = new Body(surroundings.supplemented(), frame, returns, locals, awaits, bridges, lambdas);
        scanner.addOpened(body.opened());
        Fragments fragments = new Fragments(body);
        Stmt.Block block = new StatementReader(body, fragments, new ExpressionReader(body, fragments)).block(bodyPath);
        return new AsyncMethod(
                method,
                path,
                new Start.Call(fields),
                owner,
                frame,
                typeVariables,
                unit.denotable().inferred(),
                returns,
                unit.denotable().result(method.getReturnType(), path),
                self,
                parameters,
                new LinkedHashSet<>(locals.all()),
                returns == Returns.VOID ? ending(block) : block,
                header(tree, unit.source()),
                surroundings.sourceFile(),
                unit.source().line(tree),
                unit.source().line(unit.source().end(tree) - 1),
                mentioned.widened(),
                surroundings.renamed(mentioned.widened()),
                new ArrayList<>(body.bridges()),
                surroundings.localClasses(),
                Suppressed.in(path, method, mentioned, unit),
                mentioned.classes());
    }

    private List<Local> parameters(Locals locals) {
        List<Local> parameters = new ArrayList<>();
        for (VariableTree parameter : tree.getParameters()) {
            Element element = unit.trees().getElement(new TreePath(path, parameter));
            parameters.add(Objects.requireNonNull(locals.of(Objects.requireNonNull(element))));
        }
        return parameters;
    }

    /** With the return that {@code void} methods need not have. */
    private Stmt.Block ending(Stmt.Block body) {
        List<Stmt> statements = new ArrayList<>(body.statements());
        statements.add(
                new Stmt.Return(null, false, unit.source().line(unit.source().end(tree) - 1)));
        return new Stmt.Block(statements, body.line());
    }

    /** The text before the method's body. */
    static String header(MethodTree method, Source source) {
        int start = source.start(method);
        Code code = new Slice().code(source, start, source.start(method.getBody()));
        return code.parts().stream()
                .map(part -> ((Part.Text) part).text())
                .collect(Collectors.joining())
                .strip();
    }
}
