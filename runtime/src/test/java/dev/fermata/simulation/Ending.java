package dev.fermata.simulation;

import dev.fermata.Fermata;
import dev.fermata.Inside;
import dev.fermata.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a loop through tasks as they end does: it looks whether each comes once, when it has ended, and in its turn. */
final class Ending implements Iteration.Visitor<Task<Object>> {
    private final World world;
    private final List<Node> left;

    /** Those that had ended before: they come first, in their own order. */
    private final List<Node> early;

    private final boolean awaits;
    private final boolean pauses;
    private Node last;

    Ending(World world, List<Node> tasks, boolean awaits, boolean pauses) {
        this.world = world;
        this.left = new ArrayList<>(tasks);
        this.early = tasks.stream().filter(node -> node.task.isDone()).toList();
        this.awaits = awaits;
        this.pauses = pauses;
    }

    @Override
    public void visit(Task<Object> ended) throws Throwable {
        world.rule(ended.isDone(), () -> "a task that has not ended comes as if it had");
        Node node = left.stream().filter(each -> each.task == ended).findFirst().orElse(null);
        world.rule(node != null, () -> "a task comes twice, or is none of those to come");
        left.remove(node);
        inTurn(node);
        if (awaits && ended.isFailed()) {
            Throwable failure = ended.failure();
            world.saw(failure);
            throw failure;
        }
    }

    @Override
    public Task<?> pause() {
        return pauses ? Fermata.sleep(Duration.ofNanos(2)) : null;
    }

    private void inTurn(Node node) {
        Node before = last;
        boolean known = before != null && before.stamp != Node.UNKNOWN && node.stamp != Node.UNKNOWN;
        boolean inOrder = early.contains(before)
                ? !early.contains(node) || early.indexOf(before) <= early.lastIndexOf(node)
                : !early.contains(node) && (!known || !world.fifo || before.stamp <= node.stamp);
        world.rule(before == null || inOrder, () -> node + " comes after " + before);
        last = node;
    }

    @Override
    public void end() {
        world.rule(left.isEmpty(), () -> left + " have not come");
    }

    @Override
    public void leaves() {
        left.removeIf(node -> Inside.waiters(node.task) != 1);
    }

    @Override
    public void left() {
        for (Node node : left) {
            world.rule(Call.isInterrupted(node.task), () -> node + " goes on for a loop that was left");
        }
    }
}
