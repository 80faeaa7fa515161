package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.ir.LocalClass;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What a lambda takes from the code around it: what it names, and what the local classes capture that it creates. */
final class Captures extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private final Set<Element> declared = new HashSet<>();
    private final Set<VariableElement> named = new LinkedHashSet<>();

    private Captures(Unit unit) {
        this.unit = unit;
    }

    static Captures of(TreePath lambda, Unit unit) {
        Captures captures = new Captures(unit);
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
        if (tree.getExtendsClause() != null) {
            create(tree.getExtendsClause());
        }
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, Void unused) {
        create(tree.getIdentifier());
        return super.visitNewClass(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
            create(tree.getQualifierExpression());
        }
        return super.visitMemberReference(tree, null);
    }

    /** What a local class captures is given to its constructors. */
    private void create(Tree type) {
        LocalClass local = unit.localClasses().of(unit.trees().getElement(new TreePath(getCurrentPath(), type)));
        if (local != null) {
            named.addAll(local.captured());
        }
    }

    private void declare() {
        Element element = unit.trees().getElement(getCurrentPath());
        if (element != null) {
            declared.add(element);
        }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, Void unused) {
        if (unit.trees().getElement(getCurrentPath()) instanceof VariableElement variable && isLocal(variable)) {
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
