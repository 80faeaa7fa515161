package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.FunctionType;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Start;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Puts the start of its machine in the place of an async lambda's body: {@code x -> Owner_method_spawn.run(null, self, local, x)}. */
final class LambdaStart {
    private final Body body;
    private final Unit unit;
    private final Slice slice;

    LambdaStart(Body body, Slice slice) {
        this.body = body;
        this.unit = body.unit();
        this.slice = slice;
    }

    /** @param depth in how many lambdas and class bodies the lambda's body stands */
    void replace(AsyncLambda lambda, TreePath path, int depth) {
        LambdaExpressionTree tree = (LambdaExpressionTree) path.getLeaf();
        Source source = unit.source();
        boolean overloaded = isPassedToOverloaded(path);
        boolean block = overloaded && tree.getBody() instanceof BlockTree;
        boolean parenthesized = overloaded && !block && !isStatement(tree.getBody());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Text(block ? "{ return " : parenthesized ? "(" : ""));
        parts.addAll(call(lambda, depth));
        parts.add(new Part.Text(block ? "; }" : parenthesized ? ")" : ""));
        slice.replace(source.start(tree.getBody()), source.end(tree.getBody()), parts);
        TypeName type = inferredFromThrown(path);
        if (type != null) {
            slice.open(source.start(tree), new Part.Text("("), new Part.Type(type), new Part.Text(") "));
        }
    }

    private List<Part> call(AsyncLambda lambda, int depth) {
        AsyncMethod machine = lambda.machine();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Type(machine.frame()));
        parts.add(new Part.Text("."));
        String before = "<";
        boolean inferred = !machine.inferred().isEmpty();
        for (TypeName variable : inferred ? List.<TypeName>of() : machine.typeVariables()) {
            parts.add(new Part.Text(before));
            parts.add(new Part.Type(variable));
            before = ", ";
        }
        parts.add(new Part.Text((before.equals("<") ? "" : ">") + Start.LAMBDA_ENTRY + "(null"));
        if (machine.self() != null) {
            parts.add(new Part.Text(", "));
            parts.add(new Part.Use(body.self(), Part.Access.CAPTURE));
        }
        for (VariableElement variable : lambda.captured()) {
            parts.add(new Part.Text(", "));
            parts.add(use(variable, depth));
        }
        for (VariableElement variable : lambda.own()) {
            parts.add(new Part.Text(", "));
            parts.add(use(variable, depth));
        }
        parts.add(new Part.Text(")"));
        return parts;
    }

    private Part use(VariableElement variable, int depth) {
        Local local = Objects.requireNonNull(body.locals().of(variable));
        return new Part.Use(local, body.locals().isCaptured(variable, depth) ? Part.Access.CAPTURE : Part.Access.READ);
    }

    /**
     * What the body throws goes into the task, and so into the lambda's type no more: where javac inferred from it what the
     * interface's method throws, the lambda is given the type that it had.
     */
    private @Nullable TypeName inferredFromThrown(TreePath path) {
        Tree parent = path.getParentPath().getLeaf();
        TypeMirror type = unit.trees().getTypeMirror(path);
        if (hasTypeOfItsOwn(parent) || type == null) {
            return null;
        }
        FunctionType function = unit.vocabulary().function(type).orElseThrow();
        Iterator<? extends TypeMirror> thrown =
                function.signature().getThrownTypes().iterator();
        for (TypeMirror declared : function.method().getThrownTypes()) {
            if (isChecked(thrown.next()) && declared.getKind() == TypeKind.TYPEVAR) {
                return unit.denotable().of(type);
            }
        }
        return null;
    }

    /** Whether the place that a lambda stands in says its type, and no inference or choice of a method does. */
    private static boolean hasTypeOfItsOwn(Tree parent) {
        return parent instanceof VariableTree || parent instanceof AssignmentTree || parent instanceof TypeCastTree;
    }

    private boolean isChecked(TypeMirror thrown) {
        return !isSubclass(thrown, "java.lang.RuntimeException") && !isSubclass(thrown, "java.lang.Error");
    }

    private boolean isSubclass(TypeMirror type, String name) {
        return unit.types().isSubtype(type, unit.elements().getTypeElement(name).asType());
    }

    /** Whether it matters for the choice of a method that a lambda's body could be a statement (JLS 15.12.2.1). */
    private boolean isPassedToOverloaded(TreePath path) {
        Tree parent = path.getParentPath().getLeaf();
        Element called = parent instanceof MethodInvocationTree || parent instanceof NewClassTree
                ? unit.trees().getElement(path.getParentPath())
                : null;
        if (!(called instanceof ExecutableElement method)) {
            return !hasTypeOfItsOwn(parent);
        }
        TypeElement type = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
        return unit.elements().getAllMembers(type).stream()
                        .filter(member -> member.getSimpleName().equals(method.getSimpleName()))
                        .filter(member ->
                                member.getKind() == ElementKind.METHOD || type.equals(member.getEnclosingElement()))
                        .count()
                > 1;
    }

    private static boolean isStatement(Tree tree) {
        return switch (tree.getKind()) {
            case METHOD_INVOCATION,
                    NEW_CLASS,
                    ASSIGNMENT,
                    PREFIX_INCREMENT,
                    PREFIX_DECREMENT,
                    POSTFIX_INCREMENT,
                    POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }
}
