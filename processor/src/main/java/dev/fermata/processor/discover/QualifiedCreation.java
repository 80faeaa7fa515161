package dev.fermata.processor.discover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;

/** {@code outer.new Inner() {...}}: an anonymous class that the generated source cannot create by a name. */
public final class QualifiedCreation {
    private QualifiedCreation() {}

    /** Whether the place stands in the body of such a class. */
    public static boolean isAround(TreePath path) {
        for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree
                    && at.getParentPath().getLeaf() instanceof NewClassTree creation
                    && is(creation)) {
                return true;
            }
        }
        return false;
    }

    public static boolean is(NewClassTree creation) {
        return creation.getEnclosingExpression() != null || hasMovedEnclosing(creation);
    }

    /** For an anonymous class javac makes the {@code outer} of {@code outer.new Inner() {}} an argument, with a null check. */
    public static boolean hasMovedEnclosing(NewClassTree tree) {
        return !tree.getArguments().isEmpty()
                && tree.getArguments().get(0) instanceof UnaryTree check
                && check.getKind() == Tree.Kind.OTHER;
    }
}
