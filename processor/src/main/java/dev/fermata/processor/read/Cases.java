package dev.fermata.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels and guards of cases. What came with patterns in JDK 21 is not in the API that we compile with; where javac has
 * it, it is called by reflection.
 */
final class Cases {
    private static final @Nullable Method GUARD = method("getGuard");
    /** On JDK 17 a method of this name is there, but a preview. */
    private static final @Nullable Method LABELS = GUARD == null ? null : method("getLabels");

    private Cases() {}

    private static @Nullable Method method(String name) {
        try {
            return CaseTree.class.getMethod(name);
        } catch (NoSuchMethodException older) {
            return null;
        }
    }

    private static @Nullable Object call(Method method, CaseTree tree) {
        try {
            return method.invoke(tree);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    /** Constants, patterns and, from JDK 21 on, a label that stands for {@code default}. */
    static List<? extends Tree> labels(CaseTree tree) {
        Object labels = LABELS == null ? null : call(LABELS, tree);
        return labels instanceof List<?> list
                ? list.stream().map(Tree.class::cast).toList()
                : tree.getExpressions();
    }

    /** What stands behind {@code when}. */
    static @Nullable ExpressionTree guard(CaseTree tree) {
        return GUARD == null ? null : (ExpressionTree) call(GUARD, tree);
    }

    static boolean isDefault(CaseTree tree) {
        List<? extends Tree> labels = labels(tree);
        return labels.isEmpty() || labels.stream().anyMatch(label -> isKind(label, "DEFAULT_CASE_LABEL"));
    }

    static boolean hasNull(CaseTree tree) {
        return tree.getExpressions().stream().anyMatch(label -> label.getKind() == Tree.Kind.NULL_LITERAL);
    }

    static boolean hasPattern(CaseTree tree) {
        return labels(tree).stream().anyMatch(Cases::isPattern);
    }

    static boolean isPattern(Tree label) {
        return isKind(label, "PATTERN_CASE_LABEL");
    }

    private static boolean isKind(Tree tree, String kind) {
        return tree.getKind().name().equals(kind);
    }
}
