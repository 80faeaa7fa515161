package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.ReadyOrder;
import dev.fermata.Task;
import dev.fermata.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;

/**
 * Runs a random history for each of many seeds. {@code -Dfermata.simulations=100000} runs so many of each kind, and
 * {@code -Dfermata.simulations.seed=S} begins with that seed, as the message of a failure says.
 */
@NullUnmarked // steps of Void
final class Simulation {
    private static final int COUNT = Integer.getInteger("fermata.simulations", 300);
    private static final long FIRST = Long.getLong("fermata.simulations.seed", 1);

    private Simulation() {}

    interface History {
        /** Begins a history; the task ends when it has. */
        Task<?> begin(Random random);
    }

    static void run(History history) {
        for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
            try {
                runOne(seed, history);
            } catch (Throwable failure) {
                throw new AssertionError("with -Dfermata.simulations.seed=" + seed, failure);
            }
        }
    }

    private static void runOne(long seed, History history) {
        VirtualTime time = new VirtualTime();
        List<Throwable> lost = new ArrayList<>();
        try (EventLoop loop =
                new EventLoop(time, time, ReadyOrder.seeded(seed), (what, failure) -> lost.add(failure))) {
            loop.<Object, RuntimeException>run(() -> untyped(history.begin(new Random(seed))));
        }
        if (!lost.isEmpty()) {
            throw new AssertionError("a failure got lost", lost.get(0));
        }
    }

    @SuppressWarnings("unchecked") // its value is not looked at
    private static Task<Object> untyped(Task<?> task) {
        return (Task<Object>) task;
    }
}
