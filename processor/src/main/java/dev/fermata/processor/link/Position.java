package dev.fermata.processor.link;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;

/** Where in the user's source a message belongs. Kept as trees, since javac forgets the way from an element to its tree. */
record Position(Tree tree, CompilationUnitTree unit) {
    static Position of(TreePath path) {
        return new Position(path.getLeaf(), path.getCompilationUnit());
    }
}
