package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.ir.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code Inner::new} as a lambda, where the constructor needs an enclosing instance or captured variables, which a
 * reference cannot be given: {@code (String name) -> self.new Inner(name)}.
 */
final class ConstructorReferences {
    private final Body body;
    private final Source source;
    private final Slice slice;

    ConstructorReferences(Body body, Slice slice) {
        this.body = body;
        this.source = body.unit().source();
        this.slice = slice;
    }

    /**
     * Replaces a reference.
     *
     * @param enclosing the instance and a dot, if it needs one
     * @param captured of a local class, with commas
     */
    void replace(TreePath path, TypeElement type, List<Part> enclosing, List<Part> captured) {
        MemberReferenceTree tree = (MemberReferenceTree) path.getLeaf();
        List<@Nullable TypeName> types = parameters(path);
        List<String> names = names(types.size());
        boolean typed = types.stream().allMatch(Objects::nonNull);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Text("("));
        for (int i = 0; i < names.size(); i++) {
            parts.add(new Part.Text(i == 0 ? "" : ", "));
            if (typed) {
                parts.add(new Part.Type(Objects.requireNonNull(types.get(i))));
                parts.add(new Part.Text(" "));
            }
            parts.add(new Part.Text(names.get(i)));
        }
        parts.add(new Part.Text(") -> "));
        parts.addAll(enclosing);
        parts.add(new Part.Text("new "));
        addName(type, !enclosing.isEmpty(), tree.getQualifierExpression(), path, parts);
        parts.add(new Part.Text("("));
        parts.addAll(captured);
        parts.add(new Part.Text((captured.isEmpty() || names.isEmpty() ? "" : ", ") + String.join(", ", names) + ")"));
        slice.replace(source.start(tree), source.end(tree), parts);
    }

    /** The class that is created; where its type arguments are not written, javac has inferred them, and does so again. */
    private void addName(TypeElement type, boolean simple, ExpressionTree qualifier, TreePath path, List<Part> parts) {
        LocalClass local = body.unit().localClasses().of(type);
        boolean generic = !type.getTypeParameters().isEmpty()
                || local != null && !local.typeVariables().isEmpty();
        parts.add(
                simple
                        ? new Part.Text(body.unit().localClasses().name(type).simpleName())
                        : new Part.Type(body.unit().localClasses().name(type)));
        if (!generic) {
            return;
        }
        List<String> variables = local == null
                ? List.of()
                : local.typeVariables().stream()
                        .map(variable -> variable.getSimpleName().toString())
                        .toList();
        if (!(qualifier instanceof ParameterizedTypeTree written)) {
            boolean inferred = !type.getTypeParameters().isEmpty();
            parts.add(new Part.Text("<" + (inferred ? "" : String.join(", ", variables)) + ">"));
            return;
        }
        parts.add(new Part.Text("<" + String.join(", ", variables)));
        boolean first = variables.isEmpty();
        for (var argument : written.getTypeArguments()) {
            TypeMirror mirror = body.unit().trees().getTypeMirror(new TreePath(new TreePath(path, written), argument));
            parts.add(new Part.Text(first ? "" : ", "));
            parts.add(
                    new Part.Type(Objects.requireNonNull(body.unit().denotable().of(Objects.requireNonNull(mirror)))));
            first = false;
        }
        parts.add(new Part.Text(">"));
    }

    /** Names that no local has: a lambda's parameters may not hide one. */
    private List<String> names(int count) {
        Set<String> taken = body.locals().all().stream().map(Local::name).collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        for (int number = 1; names.size() < count; number++) {
            String name = count == 1 && number == 1 ? "argument" : "argument" + number;
            if (taken.add(name)) {
                names.add(name);
            }
        }
        for (String name : names) {
            body.locals().add(Local.of(name, ClassName.OBJECT, Local.Kind.INNER, true));
        }
        return names;
    }

    /** What the interface's method takes; null for a type without a name. */
    private List<@Nullable TypeName> parameters(TreePath path) {
        DeclaredType target =
                (DeclaredType) Objects.requireNonNull(body.unit().trees().getTypeMirror(path));
        ExecutableElement function = function((TypeElement) target.asElement());
        ExecutableType type = (ExecutableType) body.unit().types().asMemberOf(parameterization(target), function);
        List<@Nullable TypeName> names = new ArrayList<>();
        type.getParameterTypes()
                .forEach(parameter -> names.add(body.unit().denotable().of(parameter)));
        return names;
    }

    /** A functional interface without its wildcards (JLS 9.9). */
    private DeclaredType parameterization(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        List<TypeMirror> arguments = new ArrayList<>();
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            TypeMirror argument = type.getTypeArguments().get(i);
            if (argument instanceof WildcardType wildcard) {
                argument = wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
            }
            arguments.add(
                    argument != null
                            ? argument
                            : element.getTypeParameters().get(i).getBounds().get(0));
        }
        return arguments.isEmpty()
                ? type
                : body.unit().types().getDeclaredType(element, arguments.toArray(TypeMirror[]::new));
    }

    private ExecutableElement function(TypeElement type) {
        TypeElement object = body.unit().elements().getTypeElement("java.lang.Object");
        for (ExecutableElement method :
                ElementFilter.methodsIn(body.unit().elements().getAllMembers(type))) {
            boolean ofObject = ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                    .anyMatch(known -> isSame(known, method));
            if (method.getModifiers().contains(Modifier.ABSTRACT) && !ofObject) {
                return method;
            }
        }
        throw new IllegalStateException("not a functional interface: " + type);
    }

    private boolean isSame(ExecutableElement known, ExecutableElement method) {
        Element name = known;
        return name.getSimpleName().equals(method.getSimpleName())
                && body.unit().types().isSubsignature((ExecutableType) method.asType(), (ExecutableType)
                        known.asType());
    }
}
