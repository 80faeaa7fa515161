package dev.fermata.processor.read;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Map;

/**
 * Where a variable's declaration has its name, which javac does not tell.
 *
 * @param nameStart negative if it was not found
 * @param typeWritten false for {@code var} and for a lambda's parameter without a type
 */
record Declarator(int nameStart, boolean typeWritten) {
    /** @param ends where the last declarator ended, by the start of the type: variables declared together share it */
    static Declarator of(VariableTree tree, Source source, Map<Integer, Integer> ends) {
        String name = tree.getName().toString();
        int start = source.start(tree);
        Tree type = tree.getType();
        int typeStart = type == null ? -1 : source.start(type);
        boolean written = typeStart >= 0 && isWritten(type, typeStart, source);
        int modifiers = source.end(tree.getModifiers());
        int from = written ? source.end(element(type)) : Math.max(start, modifiers);
        Integer previous = written ? ends.get(typeStart) : null;
        if (previous != null) {
            from = previous;
        }
        int limit = tree.getInitializer() == null ? source.end(tree) : source.start(tree.getInitializer());
        int nameStart = name.isEmpty() ? -1 : source.findName(name, from, limit);
        if (written) {
            ends.put(typeStart, source.end(tree));
        }
        return new Declarator(nameStart, written);
    }

    /** The innermost element type: in {@code int a[]} the array type ends behind the name. */
    private static Tree element(Tree type) {
        Tree at = type;
        while (true) {
            if (at instanceof ArrayTypeTree array) {
                at = array.getType();
            } else if (at instanceof AnnotatedTypeTree annotated) {
                at = annotated.getUnderlyingType();
            } else {
                return at;
            }
        }
    }

    /** javac puts the inferred type into the tree, at no position or at that of the name. */
    private static boolean isWritten(Tree type, int start, Source source) {
        if (source.end(type) <= start || source.startsWith("var ", start)) {
            return false;
        }
        return !(type instanceof IdentifierTree identifier)
                || source.startsWith(identifier.getName().toString(), start);
    }
}
