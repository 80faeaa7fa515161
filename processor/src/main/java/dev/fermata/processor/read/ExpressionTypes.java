package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.message.Message;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** The types of expressions and variables, named. */
final class ExpressionTypes {
    private final Unit unit;
    private final Trees trees;
    private final Denotable denotable;

    ExpressionTypes(Body body) {
        this.unit = body.unit();
        this.trees = unit.trees();
        this.denotable = unit.denotable();
    }

    /** The named type of an expression; where Java has no name for it, of what it is converted to. */
    TypeName of(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        if (type == null) {
            return TypeName.VOID;
        }
        TypeMirror target = target(path);
        TypeMirror given = givenTo(type, target);
        TypeName name = type.getKind() == TypeKind.NULL ? null : denotable.of(given == null ? type : given);
        if (name != null && !InferredType.isIn(name)) {
            return name;
        }
        TypeName converted = target == null ? null : denotable.of(target);
        if (converted != null && (name == null || !InferredType.isIn(converted))) {
            return converted;
        }
        if (name != null) {
            return name;
        }
        if (type.getKind() == TypeKind.NULL || path.getParentPath().getLeaf() instanceof ExpressionStatementTree) {
            return ClassName.OBJECT;
        }
        TypeName superclass = isReceiver(path) ? null : superclass(type);
        if (superclass == null) {
            throw new Rejection(Message.VALUE_TYPE_HAS_NO_NAME, path, Denotable.reason(type));
        }
        return superclass;
    }

    /**
     * What chooses between values where a captured {@code ? super T} is wanted has that as its type, for javac, and gives a
     * {@code T}. Null for all else: no other expression has its target's type without being named so.
     */
    private @Nullable TypeMirror givenTo(TypeMirror type, @Nullable TypeMirror target) {
        return type instanceof TypeVariable variable
                        && target != null
                        && variable.getLowerBound().getKind() != TypeKind.NULL
                        && unit.types().isSameType(type, target)
                ? variable.getLowerBound()
                : null;
    }

    /** The named type of a declared variable. */
    TypeName ofVariable(TreePath declaration) {
        TypeMirror type = trees.getTypeMirror(declaration);
        TypeName name = type == null ? null : denotable.of(type);
        if (type != null && name == null) {
            VariableTree tree = (VariableTree) declaration.getLeaf();
            throw new Rejection(Message.VARIABLE_TYPE_HAS_NO_NAME, declaration, tree.getName(), Denotable.reason(type));
        }
        return name == null ? ClassName.OBJECT : name;
    }

    /** What an anonymous class extends or implements. */
    private @Nullable TypeName superclass(TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !Denotable.isAnonymous(declared)) {
            return null;
        }
        TypeElement element = (TypeElement) declared.asElement();
        return denotable.of(
                element.getInterfaces().isEmpty()
                        ? element.getSuperclass()
                        : element.getInterfaces().get(0));
    }

    /** Whether members of the expression are used. */
    private static boolean isReceiver(TreePath path) {
        Tree parent = path.getParentPath().getLeaf();
        return parent.getKind() == Tree.Kind.MEMBER_SELECT
                || parent instanceof ParenthesizedTree && isReceiver(path.getParentPath());
    }

    /** What an expression is converted to where it stands; null if that is not known. */
    @Nullable TypeMirror target(TreePath path) {
        TreePath parent = path.getParentPath();
        Tree tree = parent.getLeaf();
        if (tree instanceof ParenthesizedTree || tree.getKind() == Tree.Kind.CONDITIONAL_EXPRESSION) {
            return target(parent);
        }
        if (tree instanceof YieldTree || tree instanceof CaseTree) {
            return ofSwitch(parent);
        }
        if (tree instanceof AssignmentTree || tree instanceof VariableTree) {
            return trees.getTypeMirror(parent);
        }
        if (tree instanceof EnhancedForLoopTree loop && loop.getExpression() == path.getLeaf()) {
            return iterable(trees.getTypeMirror(new TreePath(parent, loop.getVariable())));
        }
        if (tree instanceof MethodInvocationTree call) {
            TypeMirror method = trees.getTypeMirror(new TreePath(parent, call.getMethodSelect()));
            return parameter(method, trees.getElement(parent), call.getArguments(), path.getLeaf());
        }
        if (tree instanceof NewClassTree creation
                && trees.getElement(parent) instanceof ExecutableElement constructor) {
            return parameter(constructor.asType(), constructor, creation.getArguments(), path.getLeaf());
        }
        return null;
    }

    /** What the innermost switch expression around is converted to. */
    private @Nullable TypeMirror ofSwitch(TreePath inside) {
        TreePath at = inside;
        while (at != null && !(at.getLeaf() instanceof SwitchExpressionTree)) {
            at = at.getParentPath();
        }
        return at == null ? null : trees.getTypeMirror(at);
    }

    /** What a for-each with a variable of this type can run over. */
    private @Nullable TypeMirror iterable(@Nullable TypeMirror variable) {
        if (variable == null || variable.getKind().isPrimitive() || variable.getKind() == TypeKind.INTERSECTION) {
            return null;
        }
        TypeElement iterable = unit.elements().getTypeElement("java.lang.Iterable");
        return unit.types().getDeclaredType(iterable, unit.types().getWildcardType(variable, null));
    }

    private static @Nullable TypeMirror parameter(
            @Nullable TypeMirror type,
            @Nullable Element method,
            List<? extends ExpressionTree> arguments,
            Tree argument) {
        int index = arguments.indexOf(argument);
        if (!(type instanceof ExecutableType executable)
                || !(method instanceof ExecutableElement element)
                || index < 0) {
            return null;
        }
        List<? extends TypeMirror> parameters = executable.getParameterTypes();
        if (index < parameters.size() - 1 || index < parameters.size() && !element.isVarArgs()) {
            return parameters.get(index);
        }
        boolean spread = arguments.size() != parameters.size() || element.getKind() == ElementKind.METHOD;
        return spread && parameters.get(parameters.size() - 1) instanceof ArrayType array
                ? array.getComponentType()
                : null;
    }
}
