package dev.fermata.simulation;

import static dev.fermata.Fermata.done;

import dev.fermata.Frame;
import dev.fermata.Inside;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** One random program on a loop of its own, from the beginning to what holds at the end. */
@NullUnmarked
final class Run {
    private static final int ROOTS = 5;

    private final World world;
    private final Choices choices;

    Run(long seed, Set<Long> leftOut) {
        this.choices = new Choices(seed, leftOut);
        this.world = new World(seed, choices);
    }

    /** The operations that were begun. */
    List<Long> operations() {
        return choices.begun;
    }

    /** What happens, in words, from now on. */
    List<String> log() {
        world.log = new ArrayList<>();
        return world.log;
    }

    /**
     * Returns a hash of all that happened.
     *
     * @throws Violation if the runtime has broken a rule
     */
    long run() {
        try (world.loop) {
            world.loop.run(() -> {
                for (int root = 0; root < ROOTS; root++) {
                    world.operations.root(Choices.inside(0, root));
                }
                return Drain.start(world);
            });
            world.throwViolation();
            String left = Inside.leftIn(world.loop);
            world.rule(left.isEmpty(), () -> "left in the loop: " + left);
            world.locks.checkEnd();
        }
        world.throwViolation();
        checkFailures();
        return world.trace;
    }

    private void checkFailures() {
        for (Node node : world.nodes) {
            boolean chooses = node.kind == Node.Kind.RETRY || node.kind == Node.Kind.ANY_SUCCESSFUL;
            if (node.task.isCancelled() || chooses && !node.task.isFailed()) {
                node.children.forEach(child -> drop(child.task));
                node.attempts.forEach(attempt -> drop(attempt.task));
            }
        }
        for (Failure failure : world.failures) {
            world.rule(failure.seen || failure.reports > 0, () -> failure + " got lost");
            long tasks = world.nodes.stream()
                    .filter(node -> Inside.failure(node.task) == failure)
                    .count();
            world.rule(failure.reports <= Math.max(1, tasks), () -> failure + " is reported too often");
        }
    }

    /** What a combinator that was cancelled, or had a value in the end, has not told of. */
    private void drop(Task<?> task) {
        Throwable failure = Inside.failure(task);
        if (failure != null) {
            world.saw(failure);
        }
    }

    /** Waits for all tasks, whatever they end with; what is parked, for who awaits it. */
    private static final class Drain extends Frame<Void> {
        private final World world;
        private int next;

        private Drain(World world) {
            this.world = world;
        }

        static Task<Void> start(World world) {
            return go(null, new Drain(world));
        }

        private static Task<Void> go(Drain frame, Drain drain) {
            World world = drain.world;
            for (; drain.next < world.nodes.size(); drain.next++) {
                Node node = world.nodes.get(drain.next);
                if (!node.task.isDone() && node.kind != Node.Kind.PARKED) {
                    world.use(node.task);
                    return drain.suspend(node.task, 0);
                }
            }
            world.buffered.end();
            world.rendezvous.end();
            return frame == null ? done() : complete(drain, null);
        }

        @Override
        protected void resume() {
            Task<?> awaited = awaited();
            try {
                result(awaited);
            } catch (Throwable failure) {
                world.saw(failure);
            }
            go(this, this);
        }
    }
}
