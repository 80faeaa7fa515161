package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What a lambda takes from the code around it. */
final class Captures extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final Set<Element> declared = new HashSet<>();
    private final Set<VariableElement> named = new LinkedHashSet<>();

    private Captures(Trees trees) {
        this.trees = trees;
    }

    static Captures of(TreePath lambda, Trees trees) {
        Captures captures = new Captures(trees);
        captures.scan(lambda, null);
        return captures;
    }

    /** The variables, in the order in which the lambda names them first. */
    List<VariableElement> variables() {
        return named.stream().filter(variable -> !declared.contains(variable)).toList();
    }

    /** Whether the lambda itself declares the class. */
    boolean isDeclaredWithin(Element type) {
        return declared.contains(type);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, Void unused) {
        declare();
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        declare();
        return super.visitClass(tree, null);
    }

    private void declare() {
        Element element = trees.getElement(getCurrentPath());
        if (element != null) {
            declared.add(element);
        }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, Void unused) {
        if (trees.getElement(getCurrentPath()) instanceof VariableElement variable && isLocal(variable)) {
            named.add(variable);
        }
        return null;
    }

    private static boolean isLocal(VariableElement variable) {
        return switch (variable.getKind()) {
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE -> true;
            default -> false;
        };
    }
}
