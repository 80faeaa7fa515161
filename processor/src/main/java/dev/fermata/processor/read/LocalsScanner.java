package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.ir.Local;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds every variable that a method declares, and how each is used. */
final class LocalsScanner extends TreePathScanner<Void, Void> {
    /** One variable of the user's, and what the method does with it. */
    static final class Variable {
        final VariableElement element;
        final TreePath declaration;
        final int depth;
        final List<TreePath> assignments = new ArrayList<>();
        final List<TreePath> captures = new ArrayList<>();
        boolean updated;

        Variable(VariableElement element, TreePath declaration, int depth) {
            this.element = element;
            this.declaration = declaration;
            this.depth = depth;
        }

        boolean isEffectivelyFinal() {
            if (element.getModifiers().contains(Modifier.FINAL)
                    || element.getKind() == ElementKind.RESOURCE_VARIABLE
                    || !captures.isEmpty()) {
                return true;
            }
            if (updated) {
                return false;
            }
            return assignments.isEmpty() || isUnassignedAtFirst() && assignments.size() == 1 && !isAssignedInLoop();
        }

        private boolean isUnassignedAtFirst() {
            Tree.Kind parent = declaration.getParentPath().getLeaf().getKind();
            return ((VariableTree) declaration.getLeaf()).getInitializer() == null
                    && (parent == Tree.Kind.BLOCK || parent == Tree.Kind.CASE || parent == Tree.Kind.FOR_LOOP);
        }

        private boolean isAssignedInLoop() {
            Tree scope = declaration.getParentPath().getLeaf();
            for (TreePath at = assignments.get(0); at.getLeaf() != scope; at = at.getParentPath()) {
                switch (at.getLeaf().getKind()) {
                    case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> {
                        return true;
                    }
                    default -> {}
                }
            }
            return scope.getKind() == Tree.Kind.FOR_LOOP;
        }
    }

    private final Unit unit;
    private final Map<Element, Variable> variables = new LinkedHashMap<>();
    private final List<String> fieldsOfBodies = new ArrayList<>();
    private int depth;
    private @Nullable CaseTree guarded;

    LocalsScanner(Unit unit) {
        this.unit = unit;
    }

    /** Adds what was found to {@code locals}. */
    void addTo(Locals locals) {
        for (Variable variable : variables.values()) {
            locals.add(variable.element, local(variable), variable.depth);
        }
        for (String field : fieldsOfBodies) {
            locals.add(Local.of(field, ClassName.OBJECT, Local.Kind.INNER, true));
        }
    }

    /**
     * Adds the trees that both assign and capture a variable declared outside of them. They cannot stay one fragment: the
     * variable, which becomes one of the machine's, would be captured while it changes.
     */
    void addOpened(Map<Tree, String> opened) {
        for (Variable variable : variables.values()) {
            for (TreePath assignment : variable.assignments) {
                for (TreePath capture : variable.captures) {
                    addCommon(assignment, capture, variable, opened);
                }
            }
        }
    }

    private static void addCommon(TreePath assignment, TreePath capture, Variable variable, Map<Tree, String> opened) {
        List<Tree> around = new ArrayList<>();
        assignment.forEach(around::add);
        for (Tree outer : variable.declaration) {
            around.remove(outer);
        }
        for (Tree tree : capture) {
            if (around.contains(tree)) {
                opened.put(tree, variable.element.getSimpleName().toString());
            }
        }
    }

    private Local local(Variable variable) {
        VariableElement element = variable.element;
        String name = element.getSimpleName().toString();
        TypeName named = unit.denotable().of(element.asType());
        TypeName type = named == null ? ClassName.OBJECT : named;
        Local.Kind kind = kind(variable);
        Object constant = element.getConstantValue();
        return constant != null && kind == Local.Kind.DECLARED
                ? Local.constant(name, type, unit.elements().getConstantExpression(constant))
                : Local.of(name, type, kind, variable.isEffectivelyFinal());
    }

    private static Local.Kind kind(Variable variable) {
        if (variable.depth > 0) {
            return Local.Kind.INNER;
        }
        return switch (variable.element.getKind()) {
            case PARAMETER -> Local.Kind.PARAMETER;
            case BINDING_VARIABLE -> Local.Kind.PATTERN;
            default -> Local.Kind.DECLARED;
        };
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, Void unused) {
        if (unit.trees().getElement(getCurrentPath()) instanceof VariableElement element
                && !element.getSimpleName().isEmpty()) {
            if (element.getKind().isField()) {
                fieldsOfBodies.add(element.getSimpleName().toString());
            } else {
                variables.put(element, new Variable(element, getCurrentPath(), depth));
            }
        }
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        depth++;
        super.visitLambdaExpression(tree, null);
        depth--;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        depth++;
        super.visitClass(tree, null);
        depth--;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        return unit.source().isWritten(tree) ? super.visitMethod(tree, null) : null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, Void unused) {
        Variable variable = variables.get(unit.trees().getElement(getCurrentPath()));
        if (variable != null && (depth > variable.depth || isUsedByGuard(variable))) {
            variable.captures.add(getCurrentPath());
        }
        return null;
    }

    /** A guard captures what is declared outside of its case: Java has the same rule for it as for a lambda. */
    private boolean isUsedByGuard(Variable variable) {
        CaseTree around = guarded;
        if (around == null) {
            return false;
        }
        for (Tree tree : variable.declaration) {
            if (tree == around) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, Void unused) {
        CaseTree outer = guarded;
        scan(Cases.labels(tree), null);
        ExpressionTree guard = Cases.guard(tree);
        if (guard != null) {
            guarded = tree;
            scan(guard, null);
            guarded = outer;
        }
        return tree.getCaseKind() == CaseTree.CaseKind.RULE
                ? scan(tree.getBody(), null)
                : scan(tree.getStatements(), null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, Void unused) {
        Variable variable = target(tree.getVariable());
        if (variable != null) {
            variable.assignments.add(getCurrentPath());
        }
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        update(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, Void unused) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                update(tree.getExpression());
            default -> {}
        }
        return super.visitUnary(tree, null);
    }

    private void update(ExpressionTree place) {
        Variable variable = target(place);
        if (variable != null) {
            variable.updated = true;
        }
    }

    private @Nullable Variable target(ExpressionTree place) {
        return variables.get(unit.trees().getElement(new TreePath(getCurrentPath(), place)));
    }
}
