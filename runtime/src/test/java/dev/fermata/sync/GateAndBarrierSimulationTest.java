package dev.fermata.sync;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gate and a barrier beside models that are a list of who waits. */
final class GateAndBarrierSimulationTest {
    @Test
    void aGateHoldsThoseWhoCameWhileItWasShutUntilItIsOpened() {
        Simulation.run(random -> {
            Gate gate = Gate.shut();
            boolean open = false;
            List<Task<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int step = random.nextInt(6);
                if (step < 3) {
                    Task<Void> passing = gate.pass();
                    assertThat(passing.isDone()).isEqualTo(open);
                    if (!open) {
                        waiting.add(passing);
                    }
                } else if (step == 3) {
                    gate.open();
                    open = true;
                    assertThat(waiting).allMatch(task -> task.isDone() && !task.isFailed());
                    waiting.clear();
                } else if (step == 4) {
                    gate.close();
                    open = false;
                } else if (!waiting.isEmpty()) {
                    assertThat(waiting.remove(random.nextInt(waiting.size())).cancel())
                            .isTrue();
                }
                assertThat(waiting).noneMatch(Task::isDone);
            }
            return done();
        });
    }

    @Test
    void aBarrierLetsEachRoundGoOnWhenAllOfItHaveArrived() {
        Simulation.run(random -> {
            int parties = 1 + random.nextInt(4);
            Barrier barrier = new Barrier(parties);
            List<Task<Integer>> round = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                if (random.nextInt(4) > 0) {
                    round.add(barrier.arrive());
                } else if (!round.isEmpty()) {
                    assertThat(round.remove(random.nextInt(round.size())).cancel())
                            .isTrue();
                }
                if (round.size() == parties) {
                    for (int place = 0; place < parties; place++) {
                        assertThat(round.get(place).result()).isEqualTo(place);
                    }
                    round.clear();
                }
                assertThat(round).noneMatch(Task::isDone);
                assertThat(barrier.waiting()).isEqualTo(round.size());
            }
            return done();
        });
    }
}
