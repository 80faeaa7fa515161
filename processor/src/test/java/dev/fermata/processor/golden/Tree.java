package dev.fermata.processor.golden;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All nodes of the IR below one: found by the records' components, so that no form can be forgotten. */
final class Tree {
    private final List<Object> nodes = new ArrayList<>();

    private Tree() {}

    static List<Object> nodes(Object root) {
        Tree tree = new Tree();
        tree.add(root);
        return tree.nodes;
    }

    private void add(Object node) {
        if (node instanceof Collection<?> several) {
            several.forEach(this::add);
        } else if (node instanceof Stmt
                || node instanceof Expr
                || node instanceof Part
                || node instanceof Code
                || node instanceof Stmt.Resource
                || node instanceof Stmt.Catch
                || node instanceof Stmt.Case
                || node instanceof Stmt.Arm) {
            nodes.add(node);
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                try {
                    add(component.getAccessor().invoke(node));
                } catch (ReflectiveOperationException impossible) {
                    throw new LinkageError(impossible.getMessage(), impossible);
                }
            }
        }
    }
}
