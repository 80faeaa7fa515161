package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Reads one method: its signature, its locals, then its body. */
final class MethodReader {
    private final Unit unit;
    private final Function<TypeElement, OwnerBridges> bridges;
    private final TreePath path;
    private final MethodTree tree;
    private final ExecutableElement method;
    private final Returns returns;
    private final TypeElement owner;
    private final Map<Element, String> hidden;

    MethodReader(Unit unit, Function<TypeElement, OwnerBridges> bridges, TreePath path) {
        this.bridges = bridges;
        this.path = path;
        this.tree = (MethodTree) path.getLeaf();
        this.method = (ExecutableElement) Objects.requireNonNull(unit.trees().getElement(path));
        this.returns = Objects.requireNonNull(unit.vocabulary().returns(method.getReturnType()));
        this.owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
        this.hidden = hidden(typeParameters(method));
        this.unit = unit.naming(hidden);
    }

    /** Nothing if javac has found an error in the method. */
    Optional<AsyncMethod> read(ClassName frame) {
        AwaitFinder awaits = new AwaitFinder(unit.trees(), unit.vocabulary());
        TreePath bodyPath = new TreePath(path, tree.getBody());
        awaits.scan(bodyPath, null);
        new LocalClassScanner(unit, method, owner, awaits, bridges.apply(owner)).add(bodyPath);
        Mentioned mentioned = new Mentioned(unit, owner);
        mentioned.addSignature(method);
        mentioned.addBody(path);
        return mentioned.isErroneous() ? Optional.empty() : Optional.of(read(frame, mentioned, awaits));
    }

    private AsyncMethod read(ClassName frame, Mentioned mentioned, AwaitFinder awaits) {
        checkHidden();
        List<TypeVariableName> typeVariables = typeVariables();
        Local self = self();
        Locals locals = new Locals(self);
        TreePath bodyPath = new TreePath(path, tree.getBody());
        LocalsScanner scanner = new LocalsScanner(unit);
        scanner.scan(path, null);
        scanner.addTo(locals);
        Body body = new Body(unit, owner, returns, locals, awaits, bridges);
        scanner.addOpened(body.opened());
        Fragments fragments = new Fragments(body);
        Stmt.Block block = new StatementReader(body, fragments, new ExpressionReader(body, fragments)).block(bodyPath);
        return new AsyncMethod(
                method,
                owner,
                frame,
                typeVariables,
                returns,
                result(),
                self,
                parameters(locals),
                new LinkedHashSet<>(locals.all()),
                returns == Returns.VOID ? ending(block) : block,
                header(),
                sourceFile(),
                unit.source().line(tree),
                unit.source().line(unit.source().end(tree) - 1),
                mentioned.widened(),
                renamed(mentioned.widened()),
                new ArrayList<>(body.bridges()),
                unit.localClasses().in(method),
                mentioned.classes());
    }

    private @Nullable Local self() {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return null;
        }
        TypeName type = Objects.requireNonNull(unit.denotable().of(owner.asType()));
        return Local.of("self", type, Local.Kind.SELF, true);
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

    /** What {@code T} of {@code Task<T>} is at most. */
    private TypeName result() {
        if (returns == Returns.VOID) {
            return ClassName.get(Void.class);
        }
        TypeMirror argument =
                ((DeclaredType) method.getReturnType()).getTypeArguments().get(0);
        if (argument instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null
                    ? ClassName.OBJECT
                    : Objects.requireNonNull(unit.denotable().of(bound));
        }
        return Objects.requireNonNull(unit.denotable().of(argument));
    }

    /** Those of the classes around the method, then its own. */
    private static List<TypeParameterElement> typeParameters(ExecutableElement method) {
        List<TypeParameterElement> parameters = new ArrayList<>();
        Element at = method;
        boolean isStatic = false;
        while (at instanceof ExecutableElement || at instanceof TypeElement && !isStatic) {
            parameters.addAll(
                    0,
                    at instanceof ExecutableElement executable
                            ? executable.getTypeParameters()
                            : ((TypeElement) at).getTypeParameters());
            isStatic = at.getModifiers().contains(Modifier.STATIC);
            at = at.getEnclosingElement();
        }
        return parameters;
    }

    /** Names for the type variables that others hide: all become the generated class's own. */
    private static Map<Element, String> hidden(List<TypeParameterElement> parameters) {
        Set<String> names = new HashSet<>();
        parameters.forEach(parameter -> names.add(parameter.getSimpleName().toString()));
        Set<String> seen = new HashSet<>();
        Map<Element, String> hidden = new HashMap<>();
        for (int i = parameters.size() - 1; i >= 0; i--) {
            String name = parameters.get(i).getSimpleName().toString();
            if (!seen.add(name)) {
                int number = 2;
                while (!names.add(name + number)) {
                    number++;
                }
                hidden.put(parameters.get(i), name + number);
            }
        }
        return hidden;
    }

    private List<TypeVariableName> typeVariables() {
        List<TypeVariableName> variables = new ArrayList<>();
        for (TypeParameterElement parameter : typeParameters(method)) {
            String name =
                    hidden.getOrDefault(parameter, parameter.getSimpleName().toString());
            variables.add(TypeVariableName.get(
                    name,
                    parameter.getBounds().stream()
                            .map(bound ->
                                    Objects.requireNonNull(unit.denotable().of(bound)))
                            .toArray(TypeName[]::new)));
        }
        return variables;
    }

    /** In the view a class that mentions such a variable would hide that of its owner in the owner's name. */
    private void checkHidden() {
        for (LocalClass local : unit.localClasses().in(method)) {
            for (TypeParameterElement variable : local.typeVariables()) {
                if (local.inner()
                        && hidden.keySet().stream()
                                .anyMatch(other -> other.getSimpleName().equals(variable.getSimpleName()))) {
                    throw new Rejection(Message.TYPE_VARIABLE_HIDES, path, variable.getSimpleName());
                }
            }
        }
    }

    /** The private members that have another name in the widened view. */
    private Map<Element, String> renamed(Set<Element> widened) {
        Map<Element, String> renamed = new LinkedHashMap<>();
        for (Element member : widened) {
            String name = unit.privateNames().of(member);
            if (!member.getSimpleName().contentEquals(name)) {
                renamed.put(member, name);
            }
        }
        return renamed;
    }

    private String header() {
        Source source = unit.source();
        int start = source.start(tree);
        Code code = new Slice().code(source, start, source.start(tree.getBody()));
        return code.parts().stream()
                .map(part -> ((Part.Text) part).text())
                .collect(Collectors.joining())
                .strip();
    }

    private String sourceFile() {
        String name = unit.tree().getSourceFile().getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
