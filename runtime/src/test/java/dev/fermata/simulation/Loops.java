package dev.fermata.simulation;

import static dev.fermata.Fermata.asCompleted;

import dev.fermata.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Loops through what comes in time: tasks as they end, the items of a channel. */
final class Loops {
    private final World world;
    private final Operations operations;

    Loops(World world, Operations operations) {
        this.world = world;
        this.operations = operations;
    }

    /** A loop through tasks as they end. */
    Node completed(Body body, long key) {
        List<Node> children = new ArrayList<>();
        int level = Integer.MAX_VALUE;
        for (int i = world.choices.pick(key, 12, 4); i > 0; i--) {
            Node child = operations.part(body, Choices.inside(key, 60 + i));
            world.use(child.task);
            children.add(child);
            level = Math.min(level, child.level);
        }
        List<Task<Object>> tasks = new ArrayList<>();
        children.forEach(child -> tasks.add(Operations.untyped(child.task)));
        Task<Integer> task = Iteration.start(
                world,
                asCompleted(tasks).iterator(),
                1 + world.choices.pick(key, 13, 4),
                new Ending(world, children, world.choices.pick(key, 14, 2) == 0, world.choices.pick(key, 15, 2) == 0));
        return world.add(Node.Kind.ITERATION, task, level);
    }

    /** A loop through the tasks of a scope as they end. */
    Node completedInScope(Body body, long key) {
        Scope scope = body.innermost();
        if (scope == null) {
            return operations.sleeping(key);
        }
        Set<Task<?>> before = ended(scope);
        Set<Task<?>> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Task<Integer> task = Iteration.start(
                world,
                scope.scope.completed().iterator(),
                1 + world.choices.pick(key, 4, 4),
                new Iteration.Visitor<Task<?>>() {
                    @Override
                    public void visit(Task<?> ended) {
                        world.rule(ended.isDone(), () -> "a task that has not ended comes as if it had");
                        world.rule(met.add(ended), () -> "a task of a scope ends twice");
                    }

                    @Override
                    public void end() {
                        Set<Task<?>> since = ended(scope);
                        since.removeAll(before);
                        world.rule(since.equals(met), () -> "not all the tasks of a scope came that have ended");
                        scope.children.forEach(
                                child -> world.rule(child.task.isDone(), () -> child + " is still to come"));
                    }
                });
        return world.add(Node.Kind.ITERATION, task, body.level);
    }

    private static Set<Task<?>> ended(Scope scope) {
        Set<Task<?>> ended = Collections.newSetFromMap(new IdentityHashMap<>());
        scope.children.stream().map(child -> child.task).filter(Task::isDone).forEach(ended::add);
        return ended;
    }

    /** A loop through the items of a channel. */
    Node received(long key) {
        Traffic traffic = operations.traffic(key);
        Traffic.Receipt[] receipt = new Traffic.Receipt[1];
        Task<Integer> task = Iteration.start(
                world, traffic.channel.iterator(), 1 + world.choices.pick(key, 4, 4), new Iteration.Visitor<>() {
                    @Override
                    public void asks() {
                        receipt[0] = traffic.receipt();
                    }

                    @Override
                    public void visit(Integer item) {
                        receipt[0].is(item);
                    }
                });
        return world.add(Node.Kind.ITERATION, task, Integer.MAX_VALUE);
    }
}
