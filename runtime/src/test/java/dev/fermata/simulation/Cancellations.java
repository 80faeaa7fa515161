package dev.fermata.simulation;

import dev.fermata.Inside;
import dev.fermata.Task;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Cancels what there is in a run, and looks how far the request has gone. */
@NullUnmarked // there may be none
final class Cancellations {
    private final World world;

    /** What was cancelled last; null if nothing was. */
    private Node cancelledBefore;

    Cancellations(World world) {
        this.world = world;
    }

    /** Cancels a task. */
    void cancelAny(long key) {
        cancel(any(key));
    }

    /**
     * To be cancelled: one that was before and has not ended, or any other; those that wait more often than those that have ended.
     */
    private Node any(long key) {
        Node before = cancelledBefore;
        if (before != null && !before.task.isDone() && world.choices.pick(key, 8, 2) == 0) {
            return before;
        }
        Node node = world.nodes.get(world.choices.pick(key, 9, world.nodes.size()));
        for (int attempt = 10; attempt < 14 && node.task.isDone(); attempt++) {
            node = world.nodes.get(world.choices.pick(key, attempt, world.nodes.size()));
        }
        cancelledBefore = node;
        return node;
    }

    private void cancel(Node node) {
        Task<?> task = node.task;
        boolean done = task.isDone();
        boolean requested = task.isCancelRequested();
        world.note(() -> node + " is cancelled");
        Task<?> before = Inside.isFrame(task) ? Inside.awaiting(task) : null;
        boolean forwards = task instanceof Call call && call.hasHandedOver();
        Task<?> shared = sharedBelow(task);
        boolean sharedAsked = shared.isCancelRequested();
        world.cancelled.add(task);
        boolean asked = task.cancel();
        world.rule(
                shared == task || !shared.isDone() && shared.isCancelRequested() == sharedAsked,
                () -> "to cancel " + node + " cancels what others await, too");
        world.rule(asked == !done, () -> "to cancel " + node + " is answered wrongly");
        if (done || !Inside.isFrame(task)) {
            return;
        }
        world.rule(task.isCancelRequested(), () -> node + " was cancelled, and does not know it");
        if (requested && !forwards) {
            world.rule(Inside.awaiting(task) == before, () -> node + " was cancelled twice, and told so twice");
        } else {
            follow(node);
        }
    }

    /** The first of those it waits for, directly or not, that others await, too; itself if there is none. */
    private static Task<?> sharedBelow(Task<?> task) {
        Task<?> each = task;
        while (!each.isDone() && Inside.isFrame(each)) {
            Task<?> awaited = Inside.awaiting(each);
            if (awaited == null || awaited.isDone()) {
                return task;
            }
            if (Inside.waiters(awaited) > 1) {
                return awaited;
            }
            each = awaited;
        }
        return task;
    }

    /** The request has gone down to what ends. */
    private void follow(Node node) {
        Task<?> each = node.task;
        while (each != null && Inside.isFrame(each) && !each.isDone()) {
            Task<?> awaited = Inside.awaiting(each);
            boolean handedOver = each == node.task && each instanceof Call call && call.hasHandedOver();
            if (awaited == null || Inside.isTold(each) && !handedOver) {
                return;
            }
            world.rule(Call.isInterrupted(awaited), () -> "a request to cancel " + node + " got stuck");
            each = awaited;
        }
    }

    /** Cancels one that waits in a queue. */
    void cancelParked(long key) {
        List<Node> parked = world.nodes.stream()
                .filter(node -> node.kind == Node.Kind.PARKED && !node.task.isDone())
                .toList();
        if (!parked.isEmpty()) {
            cancel(parked.get(world.choices.pick(key, 9, parked.size())));
        }
    }

    void cancelScope(long key) {
        if (!world.scopes.isEmpty()) {
            world.scopes
                    .get(world.choices.pick(key, 9, world.scopes.size()))
                    .scope
                    .cancel();
        }
    }
}
