package dev.fermata.sync;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A condition and its mutex beside a model that is two lists: who waits for a signal, and who for the mutex. */
@NullUnmarked // the holder that there may not be
final class ConditionSimulationTest {
    @Test
    void whoIsWokenAndWhoHasTheMutexIsWhoTheModelSays() {
        Simulation.run(random -> {
            Model model = new Model(random);
            for (int i = 0; i < 80; i++) {
                model.step();
                model.check();
            }
            return done();
        });
    }

    private static final class Party {
        /** Null until it has the mutex for the first time. */
        private Held held;

        private Task<?> task;
        private boolean cancelled;
    }

    private static final class Model {
        private final Random random;
        private final Mutex mutex = new Mutex();
        private final Condition condition = mutex.newCondition();
        private final List<Party> forSignal = new ArrayList<>();
        private final List<Party> forMutex = new ArrayList<>();
        private Party holder;

        Model(Random random) {
            this.random = random;
        }

        private void serve() {
            if (holder == null && !forMutex.isEmpty()) {
                holder = forMutex.remove(0);
                assertThat(holder.task.isDone()).isTrue();
                assertThat(holder.task.isCancelled()).isEqualTo(holder.cancelled);
                if (holder.held == null) {
                    holder.held = (Held) holder.task.result();
                }
            }
        }

        void step() {
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    Party party = new Party();
                    party.task = mutex.lock();
                    forMutex.add(party);
                }
                case 2 -> {
                    if (holder != null) {
                        Party party = holder;
                        holder = null;
                        party.cancelled = false;
                        party.task = condition.awaitSignal(party.held);
                        forSignal.add(party);
                    }
                }
                case 3 -> signal(1);
                case 4 -> signal(random.nextInt(3) == 0 ? Integer.MAX_VALUE : 1);
                case 5 -> cancel();
                default -> {
                    if (holder != null) {
                        holder.held.close();
                        holder = null;
                    }
                }
            }
            serve();
        }

        private void signal(int most) {
            if (holder == null) {
                return;
            }
            if (most == 1) {
                condition.signal();
            } else {
                condition.signalAll();
            }
            for (int i = 0; i < most && !forSignal.isEmpty(); i++) {
                forMutex.add(forSignal.remove(0));
            }
        }

        private void cancel() {
            List<Party> waiting = new ArrayList<>(forSignal);
            waiting.addAll(forMutex);
            if (waiting.isEmpty()) {
                return;
            }
            Party party = waiting.get(random.nextInt(waiting.size()));
            assertThat(party.task.cancel()).isTrue();
            if (forSignal.remove(party)) {
                party.cancelled = true;
                forMutex.add(party);
            } else if (party.held == null) {
                assertThat(party.task.isCancelled()).isTrue();
                forMutex.remove(party);
            }
        }

        void check() {
            assertThat(mutex.isLocked()).isEqualTo(holder != null);
            assertThat(forSignal).noneMatch(party -> party.task.isDone());
            assertThat(forMutex).noneMatch(party -> party.task.isDone());
        }
    }
}
