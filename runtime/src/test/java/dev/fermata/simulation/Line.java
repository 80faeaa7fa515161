package dev.fermata.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Those that wait for one thing, in the order in which they came, and are to be served in that order. */
final class Line {
    private final World world;
    private final Deque<Node> nodes = new ArrayDeque<>();

    Line(World world) {
        this.world = world;
    }

    /** Joins, served already or not. */
    Node join(Node node) {
        node.line = this;
        nodes.add(node);
        check();
        return node;
    }

    /** Nobody is served who stands behind one that waits. */
    void check() {
        Node waiting = null;
        for (Iterator<Node> each = nodes.iterator(); each.hasNext(); ) {
            Node node = each.next();
            if (waits(node)) {
                waiting = waiting == null ? node : waiting;
            } else if (waiting == null) {
                each.remove();
            } else {
                Node before = waiting;
                world.rule(node.task.isFailed() || !node.task.isDone(), () -> node + " is served before " + before);
            }
        }
    }

    /** Whether it waits, and nobody before it does. */
    boolean isFirst(Node node) {
        for (Node each : nodes) {
            if (waits(each)) {
                return each == node;
            }
        }
        return false;
    }

    /** How many wait. */
    int size() {
        return (int) nodes.stream().filter(Line::waits).count();
    }

    private static boolean waits(Node node) {
        return !node.task.isDone() && !node.task.isCancelRequested();
    }
}
