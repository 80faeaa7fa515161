package dev.fermata.simulation;

import dev.fermata.Inside;
import dev.fermata.Task;

/** What holds whenever nothing is ready: all that could go on has gone on. */
final class Quiescence {
    private final World world;

    Quiescence(World world) {
        this.world = world;
    }

    void check() {
        for (int i = 0; i < world.nodes.size(); i++) {
            Node node = world.nodes.get(i);
            if (!node.task.isDone()) {
                check(node);
            }
        }
        world.locks.check();
        world.meetings.check();
        world.buffered.check();
        world.rendezvous.check();
        world.scopes.forEach(this::checkScope);
    }

    private void checkScope(Scope scope) {
        for (Node child : scope.children) {
            boolean failed = child.task.isFailed() && !child.task.isCancelled();
            world.rule(
                    !failed || scope.supervising || scope.scope.isCancelled(),
                    () -> child + " failed, and its scope goes on");
            world.rule(
                    !scope.scope.isCancelled() || child.task.isDone() || child.task.isCancelRequested(),
                    () -> child + " goes on in a scope that is cancelled");
        }
    }

    private void check(Node node) {
        switch (node.kind) {
            case CALL, SPAWNED, RETRY, ITERATION -> checkFrame(node);
            case SLEEP -> world.rule(node.deadline > world.now(), () -> node + " has not ended in time");
            case GATHER, RACE, ANY_SUCCESSFUL, SHIELD, TIMEOUT -> checkCombinator(node);
            case PARKED ->
                world.rule(
                        node.servable == null
                                || node.line != null && !node.line.isFirst(node)
                                || !node.servable.getAsBoolean(),
                        () -> node + " could have what it waits for");
            default -> {}
        }
    }

    private void checkFrame(Node node) {
        Task<?> frame = node.task;
        if (!Inside.isFrame(frame)) {
            return;
        }
        Task<?> awaited = Inside.awaiting(frame);
        world.rule(awaited != null, () -> node + " was never begun, or is lost");
        world.rule(
                awaited != null && !awaited.isDone() && !Inside.isCheckpoint(awaited),
                () -> node + " is not resumed, but what it awaits is done");
        boolean mayWait = frame instanceof Call call && call.mayWait()
                || frame instanceof Iteration && Inside.isTold(frame); // it closes what it went through
        if (node.body != null && node.body.isInCancelledScope()) {
            world.rule(frame.isCancelRequested(), () -> node + " goes on in the block of a scope that is cancelled");
        }
        if (awaited != null && frame.isCancelRequested() && !mayWait) {
            world.rule(Call.isInterrupted(awaited), () -> node + " is cancelled, and waits all the same");
        }
    }

    private void checkCombinator(Node node) {
        if (node.children.isEmpty()) {
            return;
        }
        boolean anyDone = false;
        boolean anyFailed = false;
        boolean anyLeft = false;
        boolean anyInterrupted = false;
        for (Node child : node.children) {
            boolean done = child.task.isDone();
            anyDone |= done;
            anyFailed |= child.task.isFailed();
            anyLeft |= !done;
            anyInterrupted |= !done && Call.isInterrupted(child.task);
        }
        world.rule(anyLeft, () -> node + " has not ended, but all it waits for has");
        boolean decided = switch (node.kind) {
            case GATHER -> anyFailed;
            case RACE -> anyDone;
            case TIMEOUT -> node.deadline <= world.now();
            case SHIELD -> false;
            default -> false;
        };
        boolean interrupted = anyInterrupted;
        world.rule(!decided || interrupted, () -> node + " does not need what it still waits for");
        if (node.task.isCancelRequested()) {
            world.rule(
                    node.kind != Node.Kind.SHIELD && interrupted, () -> node + " is cancelled, and waits all the same");
        }
    }
}
