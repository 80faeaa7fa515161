package dev.fermata.simulation;

import dev.fermata.Task;
import dev.fermata.sync.Barrier;
import dev.fermata.sync.Gate;
import java.util.ArrayList;
import java.util.List;

/** The gate and the barrier of a run. */
final class Meetings {
    private static final int PARTIES = 3;

    private final World world;
    private final Gate gate = Gate.shut();
    private final Line atGate;
    private final Barrier barrier = new Barrier(PARTIES);
    private final List<Node> atBarrier = new ArrayList<>();

    Meetings(World world) {
        this.world = world;
        this.atGate = new Line(world);
    }

    Node pass() {
        return atGate.join(world.parked(gate.pass(), gate::isOpen));
    }

    void openOrShut(boolean open) {
        if (open) {
            gate.open();
            world.rule(atGate.size() == 0, () -> "the gate was opened, and not all have passed");
        } else {
            gate.close();
        }
    }

    Node arrive() {
        atBarrier.removeIf(waiting -> waiting.task.isDone());
        boolean last = atBarrier.size() == PARTIES - 1;
        Task<Integer> task = barrier.arrive();
        Node node = world.parked(task, null);
        atBarrier.add(node);
        world.rule(barrier.waiting() == (last ? 0 : atBarrier.size()), () -> "not as many wait at the barrier as do");
        for (int place = 0; last && place < PARTIES; place++) {
            Task<?> party = atBarrier.get(place).task;
            int expected = place;
            world.rule(
                    party.isDone() && (Integer) party.result() == expected,
                    () -> "party " + expected + " does not go on as the one that it is");
        }
        return node;
    }

    void check() {
        atGate.check();
    }
}
