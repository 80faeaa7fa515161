package dev.fermata.processor.message;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.tools.Diagnostic;

/** Prints messages at the tree that they are about. */
public final class Reporter {
    private final Trees trees;
    private int errors;

    public Reporter(Trees trees) {
        this.trees = trees;
    }

    public void error(Message message, TreePath place, Object... arguments) {
        errors++;
        trees.printMessage(
                Diagnostic.Kind.ERROR, message.format(arguments), place.getLeaf(), place.getCompilationUnit());
    }

    /** Tells what the user asked to see. */
    public void note(String text, TreePath place) {
        trees.printMessage(Diagnostic.Kind.NOTE, text, place.getLeaf(), place.getCompilationUnit());
    }

    /** How many errors were reported so far. */
    public int errors() {
        return errors;
    }
}
