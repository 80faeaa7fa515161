package dev.fermata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a loop, and who waits for what: a picture of one moment, as text by {@link #toString}. It is made from what
 * tasks hold anyway, so that nothing is kept for it while they run.
 *
 * <p>Its roots are the spawned tasks and the calls that nobody awaits.
 */
public final class TaskTree {
    /** Deeper chains are cut: nobody reads that, and no stack has to hold it. */
    private static final int DEEPEST = 100;

    private final List<Node> roots;

    private TaskTree(List<Node> roots) {
        this.roots = roots;
    }

    /**
     * A task.
     *
     * @param description what it is: the method, or what it waits for
     * @param position where in the source it stands; null if that is not known
     * @param awaits what it waits for
     */
    public record Node(String description, @Nullable StackTraceElement position, List<Node> awaits) {
        /** One line for each task; what it waits for is indented below it. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            print("", "", text);
            return text.toString();
        }

        private void print(String first, String others, StringBuilder text) {
            text.append(first).append(description);
            if (position != null) {
                text.append(" (").append(position.getFileName()).append(':').append(position.getLineNumber());
                text.append(')');
            }
            text.append('\n');
            for (int i = 0; i < awaits.size(); i++) {
                boolean last = i == awaits.size() - 1;
                awaits.get(i).print(others + (last ? "└─ " : "├─ "), others + (last ? "   " : "│  "), text);
            }
        }
    }

    static TaskTree of(EventLoop loop) {
        return new Builder().build(loop, each -> true, Integer.MAX_VALUE);
    }

    /** What nobody awaits, and nobody has cancelled; so many, and how many more there are. */
    static TaskTree leftIn(EventLoop loop, int most) {
        return new Builder().build(loop, each -> !each.isCancelRequested(), most);
    }

    /** The tasks that nobody awaits, oldest first. */
    public List<Node> roots() {
        return roots;
    }

    /** One line for each task; what it waits for is indented below it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        roots.forEach(text::append);
        return text.toString();
    }

    private static final class Builder {
        private final Set<Task<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        TaskTree build(EventLoop loop, Predicate<Task<?>> wanted, int most) {
            List<Task<?>> tasks = new ArrayList<>(loop.spawned.all());
            loop.openScopes.forEach(scope -> tasks.addAll(scope.tasks()));
            tasks.addAll(loop.unawaited.all());
            Set<Task<?>> known = identitySet(tasks);
            Set<Task<?>> awaited = awaited(tasks);
            tasks.removeIf(each -> awaited.contains(each) || !wanted.test(each));
            List<Node> roots = new ArrayList<>();
            for (Task<?> task : tasks.subList(0, Math.min(most, tasks.size()))) {
                roots.add(node(task, 0));
            }
            if (tasks.size() > most) {
                roots.add(new Node("and " + (tasks.size() - most) + " more", null, List.of()));
            }
            for (Sleep sleep : loop.timers.inOrder()) {
                for (Task<?> waiting : sleep.waitingTasks()) {
                    Task<?> top = top(waiting);
                    if (!known.contains(top) && !seen.contains(waiting) && !seen.contains(sleep) && wanted.test(top)) {
                        roots.add(node(top, 0));
                    }
                }
            }
            return new TaskTree(List.copyOf(roots));
        }

        private static Set<Task<?>> identitySet(List<Task<?>> tasks) {
            Set<Task<?>> set = Collections.newSetFromMap(new IdentityHashMap<>());
            set.addAll(tasks);
            return set;
        }

        private static Set<Task<?>> awaited(List<Task<?>> spawned) {
            Set<Task<?>> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Task<?>> left = new ArrayList<>(spawned);
            while (!left.isEmpty()) {
                for (Task<?> each : left.remove(left.size() - 1).awaits()) {
                    if (awaited.add(each)) {
                        left.add(each);
                    }
                }
            }
            return awaited;
        }

        /** Who waits, at the end of the chain of those who wait, for a task that hangs on no root. */
        private static Task<?> top(Task<?> task) {
            Set<Task<?>> chain = Collections.newSetFromMap(new IdentityHashMap<>());
            Task<?> top = task;
            while (chain.add(top) && top instanceof PendingTask<?> pending) {
                List<Task<?>> waiting = pending.waitingTasks();
                if (waiting.isEmpty()) {
                    break;
                }
                top = waiting.get(0);
            }
            return top;
        }

        private Node node(Task<?> task, int depth) {
            if (!seen.add(task)) {
                return new Node(task.description() + ", as above", null, List.of());
            }
            if (depth == DEEPEST) {
                return new Node("...", null, List.of());
            }
            if (task.isDone()) {
                return new Node("what is done: it is ready to go on", null, List.of());
            }
            List<Task<?>> awaits = task.awaits();
            if (task instanceof Spawned<?> && awaits.size() == 1) {
                return node(awaits.get(0), depth + 1); // the call says more than the task that was made for it
            }
            List<Node> nodes = new ArrayList<>();
            awaits.forEach(each -> nodes.add(node(each, depth + 1)));
            return new Node(task.description(), task.position(), List.copyOf(nodes));
        }
    }
}
