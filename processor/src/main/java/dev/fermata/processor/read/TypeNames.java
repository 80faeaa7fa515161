package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.message.Message;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Replaces the names of classes in a slice by types, which are printed with whatever import they need. */
final class TypeNames {
    private final Body body;
    private final Members members;
    private final Slice slice;

    TypeNames(Body body, Members members, Slice slice) {
        this.body = body;
        this.members = members;
        this.slice = slice;
    }

    /** A class named by an identifier. */
    void simple(TypeElement type, TreePath path) {
        Source source = body.unit().source();
        if (!body.unit().localClasses().isText(type)) {
            slice.replace(source.start(path.getLeaf()), source.end(path.getLeaf()), new Part.Type(name(type, path)));
        }
    }

    /** A class named with a qualifier; false if the qualifier has to stay, with its type arguments. */
    boolean qualified(TypeElement type, MemberSelectTree tree, TreePath path) {
        if (body.unit().localClasses().isText(type)
                || hasArguments(tree.getExpression())
                || !members.isAccessible(type)) {
            return false;
        }
        Source source = body.unit().source();
        slice.replace(source.start(tree), source.end(tree), new Part.Type(checked(type, path)));
        return true;
    }

    /** Takes the qualifier off a class that is created as {@code outer.new Inner()}. */
    void simpleName(Tree tree) {
        if (tree instanceof MemberSelectTree select) {
            Source source = body.unit().source();
            slice.replace(
                    source.start(select),
                    source.end(select),
                    new Part.Text(select.getIdentifier().toString()));
        }
    }

    private TypeName name(TypeElement type, TreePath path) {
        TypeName outer = isQualifier(path) ? null : genericOuter(path);
        LocalClass local = body.unit().localClasses().of(type);
        if (local != null && !local.typeVariables().isEmpty()) {
            return withVariables(local, outer, path);
        }
        if (outer instanceof ParameterizedTypeName parameterized) {
            return parameterized.nestedClass(
                    body.unit().localClasses().name(type).simpleName());
        }
        return local == null ? checked(type, path) : local.name();
    }

    /** A class that mentions type variables of the method: they are its first arguments, where it may have arguments. */
    private TypeName withVariables(LocalClass local, @Nullable TypeName outer, TreePath path) {
        List<TypeName> variables = local.typeVariables().stream()
                .<TypeName>map(TypeVariableName::get)
                .toList();
        Tree parent = path.getParentPath().getLeaf();
        if (parent instanceof VariableTree variable
                && path.getParentPath().getParentPath().getLeaf() instanceof PatternTree) {
            throw new Rejection(Message.PATTERN_OF_LOCAL_CLASS, path.getParentPath(), variable.getName());
        }
        boolean raw = isQualifier(path)
                || parent instanceof InstanceOfTree
                || parent instanceof NewArrayTree
                || !local.element().getTypeParameters().isEmpty();
        if (parent instanceof ParameterizedTypeTree parameterized
                && !parameterized.getTypeArguments().isEmpty()) {
            int first =
                    body.unit().source().start(parameterized.getTypeArguments().get(0));
            slice.open(first, new Part.Text(Creations.variables(local, "", ", ")));
        }
        if (outer instanceof ParameterizedTypeName parameterized) {
            return parameterized.nestedClass(local.name().simpleName(), raw ? List.of() : variables);
        }
        return raw ? local.name() : ParameterizedTypeName.get(local.name(), variables.toArray(TypeName[]::new));
    }

    private ClassName checked(TypeElement type, TreePath path) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (members.isForeignProtected(at)
                    && Mentioned.isOfPlatform(at, body.unit().elements())) {
                throw new Rejection(Message.PROTECTED_TYPE, path, type.getSimpleName());
            }
        }
        if (members.isAccessible(type) || type.getEnclosingElement() instanceof PackageElement) {
            return body.unit().localClasses().name(type);
        }
        for (TypeElement owner : Enclosing.classes(body.owner())) {
            if (members.isMemberOf(type, owner)) {
                return body.unit()
                        .localClasses()
                        .name(owner)
                        .nestedClass(type.getSimpleName().toString());
            }
        }
        return ClassName.get(type);
    }

    /** The enclosing class with its arguments, which {@code Node} in {@code Outer<T>} means without saying so. */
    private @Nullable TypeName genericOuter(TreePath path) {
        TreePath whole = path.getParentPath().getLeaf() instanceof ParameterizedTypeTree parameterized
                        && parameterized.getType() == path.getLeaf()
                ? path.getParentPath()
                : path;
        TypeMirror type = body.unit().trees().getTypeMirror(whole);
        if (!(type instanceof DeclaredType declared)
                || declared.getEnclosingType().getKind() != TypeKind.DECLARED
                || declared.asElement().getModifiers().contains(Modifier.STATIC)) {
            return null;
        }
        return body.unit().denotable().of(declared.getEnclosingType());
    }

    private static boolean isQualifier(TreePath path) {
        return path.getParentPath().getLeaf() instanceof MemberSelectTree;
    }

    private static boolean hasArguments(ExpressionTree qualifier) {
        Tree at = qualifier;
        while (at instanceof MemberSelectTree select) {
            at = select.getExpression();
        }
        return at instanceof ParameterizedTypeTree
                || at instanceof AnnotatedTypeTree
                || !(at instanceof IdentifierTree);
    }
}
