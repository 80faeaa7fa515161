package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.discover.AwaitFinder;
import dev.fermata.processor.ir.LocalClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link LocalClass local classes} of a method: those with a name, and the anonymous ones that are the type of a
 * variable or of an operand beside an await. It does not look into class bodies: what stands there is their own.
 */
final class LocalClassScanner extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private final Surroundings around;
    private AwaitFinder awaits;
    private final OwnerBridges names;
    private final Map<TypeElement, TreePath> declarations = new LinkedHashMap<>();
    private final Map<TypeElement, TreePath> anonymous = new LinkedHashMap<>();
    private final Set<TypeElement> exposed = new HashSet<>();

    /** @param awaits those of the code itself; async lambdas within it have their own */
    LocalClassScanner(Surroundings around, AwaitFinder awaits, OwnerBridges names) {
        this.unit = around.unit();
        this.around = around;
        this.awaits = awaits;
        this.names = names;
    }

    /** Adds what is found in the code to the unit's. */
    void add(TreePath body) {
        scan(body, null);
        anonymous.forEach((type, path) -> {
            if (exposed.contains(type)) {
                declarations.put(type, path);
            }
        });
        declarations.forEach((type, path) -> unit.localClasses().add(local(type, path)));
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, Void unused) {
        if (tree != null && getCurrentPath() != null && isExposing(tree)) {
            expose(unit.trees().getTypeMirror(new TreePath(getCurrentPath(), tree)), new HashSet<>());
        }
        return super.scan(tree, null);
    }

    /** Whether the tree's type has to be named: a variable's, or an operand's; what is created where it stands is text. */
    private boolean isExposing(Tree tree) {
        Tree parent = getCurrentPath().getLeaf();
        boolean receiver = parent instanceof MemberSelectTree
                && awaits.contains(getCurrentPath().getParentPath().getLeaf());
        return tree instanceof VariableTree || receiver || awaits.contains(parent) && !isCreation(tree);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        AwaitFinder outer = awaits;
        awaits = new AwaitFinder(unit.trees(), unit.vocabulary());
        awaits.scan(new TreePath(getCurrentPath(), tree.getBody()), null);
        super.visitLambdaExpression(tree, null);
        awaits = outer;
        return null;
    }

    private static boolean isCreation(Tree tree) {
        return tree instanceof NewClassTree
                || tree instanceof ClassTree
                || tree instanceof ParenthesizedTree parenthesized && isCreation(parenthesized.getExpression());
    }

    private void expose(@Nullable TypeMirror type, Set<TypeMirror> open) {
        if (type instanceof ArrayType array) {
            expose(array.getComponentType(), open);
        } else if (type instanceof WildcardType wildcard) {
            expose(wildcard.getExtendsBound(), open);
            expose(wildcard.getSuperBound(), open);
        } else if (type instanceof TypeVariable variable && open.add(type)) {
            expose(variable.getUpperBound(), open);
            expose(variable.getLowerBound(), open);
        } else if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getNestingKind() == NestingKind.ANONYMOUS) {
                exposed.add(element);
            }
            declared.getTypeArguments().forEach(argument -> expose(argument, open));
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        if (unit.trees().getElement(getCurrentPath()) instanceof TypeElement type) {
            boolean enclosed = getCurrentPath().getParentPath().getLeaf() instanceof NewClassTree creation
                    && (creation.getEnclosingExpression() != null || MemberNames.hasMovedEnclosing(creation));
            if (!tree.getSimpleName().isEmpty()) {
                declarations.put(type, getCurrentPath());
            } else if (!enclosed) {
                anonymous.put(type, getCurrentPath());
            }
        }
        return null;
    }

    private LocalClass local(TypeElement type, TreePath path) {
        Mentions mentions = new Mentions();
        mentions.scan(path, null);
        boolean inner = type.getKind() == ElementKind.CLASS && !around.isStatic() && !isBeforeThis(path);
        ClassName name = unit.localClasses().name(around.owner()).nestedClass(names.localName(type, simpleName(type)));
        return new LocalClass(
                type, name, new ArrayList<>(mentions.typeVariables), new ArrayList<>(mentions.captured), inner);
    }

    /** Whether it stands in the arguments of {@code this(...)} or {@code super(...)}, where there is no instance yet. */
    private static boolean isBeforeThis(TreePath path) {
        for (Tree tree : path) {
            if (tree instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof IdentifierTree name
                    && (name.getName().contentEquals("this") || name.getName().contentEquals("super"))) {
                return true;
            }
        }
        return false;
    }

    /** The simple name; of an anonymous class that of its superclass, with the number that javac gave it. */
    private String simpleName(TypeElement type) {
        if (!type.getSimpleName().isEmpty()) {
            return type.getSimpleName().toString();
        }
        TypeMirror parent = type.getInterfaces().isEmpty()
                ? type.getSuperclass()
                : type.getInterfaces().get(0);
        String binary = unit.elements().getBinaryName(type).toString();
        return ((DeclaredType) parent).asElement().getSimpleName() + "_"
                + binary.substring(binary.lastIndexOf('$') + 1);
    }

    /** What a class body mentions of the method around it, itself or through other local classes. */
    private final class Mentions extends TreePathScanner<Void, Void> {
        private final Set<VariableElement> captured = new LinkedHashSet<>();
        private final Set<TypeParameterElement> typeVariables = new LinkedHashSet<>();
        private final Set<Element> declared = new HashSet<>();
        private final IdentityHashMap<Tree, Boolean> seen = new IdentityHashMap<>();

        @Override
        public @Nullable Void visitVariable(VariableTree tree, Void unused) {
            declared.add(unit.trees().getElement(getCurrentPath()));
            return super.visitVariable(tree, null);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, Void unused) {
            Element element = unit.trees().getElement(getCurrentPath());
            TreePath other = element instanceof TypeElement type ? declarations.get(type) : null;
            if (other != null && seen.put(other.getLeaf(), true) == null) {
                scan(other, null);
            } else if (element instanceof TypeParameterElement variable
                    && variable.getGenericElement().equals(around.element())) {
                typeVariables.add(variable);
            } else if (element instanceof VariableElement variable
                    && !variable.getKind().isField()
                    && variable.getKind() != ElementKind.ENUM_CONSTANT
                    && variable.getConstantValue() == null
                    && !declared.contains(variable)) {
                captured.add(variable);
            }
            return null;
        }
    }
}
