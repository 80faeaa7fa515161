package dev.fermata.simulation;

import dev.fermata.DeadlineExceededException;
import dev.fermata.Inside;
import dev.fermata.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;

/** Whether the outcome of a combinator is one that those of its children allow. */
@NullUnmarked // values may be null
final class Outcomes {
    private Outcomes() {}

    /** Checks a task that is done. */
    static void check(World world, Node node) {
        if (node.children.isEmpty() || node.task.isCancelled()) {
            return;
        }
        if (node.task.isFailed()) {
            checkFailure(world, node, Inside.failure(node.task));
        } else {
            checkValue(world, node, node.task.result());
        }
    }

    private static void checkValue(World world, Node node, Object value) {
        boolean allowed = switch (node.kind) {
            case GATHER ->
                ((List<?>) value)
                        .equals(Arrays.asList(node.children.stream()
                                .map(child -> valueOf(child.task))
                                .toArray()));
            case RACE, ANY_SUCCESSFUL, SHIELD, TIMEOUT ->
                node.children.stream()
                        .anyMatch(child -> child.task.isDone()
                                && !child.task.isFailed()
                                && Objects.equals(child.task.result(), value));
            default -> true;
        };
        world.rule(allowed, () -> node + " gives " + value + ", which none of " + node.children + " has given");
    }

    private static boolean hasFailedByItself(World world, Node child) {
        boolean cancelled = child.isLeaf() && !world.isShared(child.task) && child.task.isCancelled();
        return child.task.isFailed() && (!cancelled || world.cancelled.contains(child.task));
    }

    private static Object valueOf(Task<?> task) {
        return task.isDone() && !task.isFailed() ? task.result() : "no value";
    }

    private static void checkFailure(World world, Node node, Throwable failure) {
        boolean fromChild = node.children.stream().anyMatch(child -> Inside.failure(child.task) == failure);
        boolean overdue = node.kind == Node.Kind.TIMEOUT && failure instanceof DeadlineExceededException;
        world.rule(
                fromChild || overdue,
                () -> node + " fails with " + failure + ", but none of " + node.children + " has");
        world.rule(fromChild || world.now() >= node.deadline, () -> node + " ends before its time is over");
        if (node.kind == Node.Kind.ANY_SUCCESSFUL) {
            world.rule(
                    node.children.stream().allMatch(child -> hasFailedByItself(world, child)),
                    () -> node + " fails, but not all of " + node.children + " have");
        }
        List<Throwable> suppressed = List.of(failure.getSuppressed());
        for (Node child : node.children) {
            Throwable other = Inside.failure(child.task);
            boolean untold = other == null || other == failure || other instanceof CancellationException;
            world.rule(
                    untold || world.isShared(child.task) || node.kind == Node.Kind.SHIELD || suppressed.contains(other),
                    () -> node + " does not tell of " + other);
        }
    }
}
