package dev.fermata.sync;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.sync.Select.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.AsyncIterator;
import dev.fermata.Script;
import dev.fermata.Task;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Channels beside a model; and senders, receivers and selections that are cancelled at any time, with no item lost. */
@NullUnmarked // steps of Void
final class ChannelSimulationTest {
    private static final int STEPS = 60;

    @Test
    void whoIsServedWithWhatIsWhatTheModelSays() {
        Simulation.run(random -> {
            Model model = new Model(random.nextInt(4), random);
            for (int i = 0; i < STEPS; i++) {
                model.step();
                model.check();
            }
            model.close();
            return done();
        });
    }

    @Test
    void eachItemIsReceivedOnceOrNotSentWhoeverIsCancelledAndWhen() {
        Simulation.run(random -> {
            Traffic traffic = new Traffic(random);
            List<Task<?>> actors = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                actors.add(traffic.actor());
            }
            List<Script.Step> steps = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                steps.add(awaited -> {
                    if (random.nextInt(3) == 0) {
                        actors.get(random.nextInt(actors.size())).cancel();
                    }
                    return checkpoint();
                });
            }
            steps.add(awaited -> sleep(Duration.ofMinutes(1))); // until nobody can go on
            steps.add(awaited -> {
                traffic.checkThatNobodyWaitsForWhatIsThere();
                actors.forEach(Task::cancel);
                return sleep(Duration.ofMinutes(1));
            });
            steps.add(awaited -> {
                assertThat(actors).allMatch(Task::isDone);
                traffic.checkThatNothingIsLost();
                return done();
            });
            return Script.of(steps.toArray(new Script.Step[0]));
        });
    }

    /** Actors that each send, receive or select, some times over. */
    private static final class Traffic {
        private static final int[] CAPACITIES = {0, 1, 3};

        private final List<Channel<Integer>> channels =
                IntStream.of(CAPACITIES).mapToObj(Channel::<Integer>bounded).toList();
        private final Random random;
        private final Set<Integer> sent = new LinkedHashSet<>();
        private final List<Integer> received = new ArrayList<>();

        /** Of each channel, how many wait to receive, and to send. */
        private final int[] receivers = new int[channels.size()];

        private final int[] senders = new int[channels.size()];
        private int items;

        Traffic(Random random) {
            this.random = random;
        }

        Task<Void> actor() {
            List<Script.Step> steps = new ArrayList<>();
            for (int round = 0; round < 5; round++) {
                act(steps);
            }
            return Script.of(steps.toArray(new Script.Step[0]));
        }

        private void act(List<Script.Step> steps) {
            int from = random.nextInt(channels.size());
            int to = (from + 1 + random.nextInt(2)) % channels.size();
            int item = items++;
            int kind = random.nextInt(4);
            boolean receives = kind != 1;
            boolean sends = kind != 0;
            steps.add(awaited -> {
                awaited.get();
                receivers[from] += receives ? 1 : 0;
                senders[to] += sends ? 1 : 0;
                return start(kind, channels.get(from), channels.get(to), item);
            });
            steps.add(awaited -> {
                receivers[from] -= receives ? 1 : 0;
                senders[to] -= sends ? 1 : 0;
                Integer got = awaited.get(); // a cancelled one has done neither
                if (got == null || got == item) {
                    sent.add(item);
                } else if (got >= 0) {
                    received.add(got);
                }
                return random.nextBoolean() ? checkpoint() : null;
            });
        }

        private static Task<?> start(int kind, Channel<Integer> from, Channel<Integer> to, int item) {
            return switch (kind) {
                case 0 -> from.receive();
                case 1 -> to.send(item);
                case 2 -> Select.first(from.receiving(), to.sending(item).as(item));
                default ->
                    Select.first(
                            to.sending(item).as(item),
                            after(Duration.ofSeconds(item % 7 + 1)).as(-1),
                            from.receiving());
            };
        }

        void checkThatNobodyWaitsForWhatIsThere() {
            for (int i = 0; i < channels.size(); i++) {
                assertThat(receivers[i] > 0 && channels.get(i).size() > 0).isFalse();
                assertThat(senders[i] > 0 && channels.get(i).size() < CAPACITIES[i])
                        .isFalse();
                assertThat(senders[i] > 0 && receivers[i] > 0).isFalse();
            }
        }

        void checkThatNothingIsLost() {
            List<Integer> all = new ArrayList<>(received);
            for (Channel<Integer> each : channels) {
                for (Integer item = each.tryReceive(); item != null; item = each.tryReceive()) {
                    all.add(item);
                }
            }
            assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    /** A queue of items, and one of those who wait on either side. */
    private static final class Model {
        private record Sender(Task<Void> task, int item) {}

        /** The iterator is null where a single item is received. */
        private record Receiver(Task<?> task, AsyncIterator<Integer> iterator) {
            int item() {
                return iterator == null ? (Integer) task.result() : iterator.current();
            }
        }

        private final int capacity;
        private final Random random;
        private final Channel<Integer> channel;
        private final Deque<Integer> buffer = new ArrayDeque<>();
        private final Deque<Sender> senders = new ArrayDeque<>();
        private final Deque<Receiver> receivers = new ArrayDeque<>();
        private int items;

        Model(int capacity, Random random) {
            this.capacity = capacity;
            this.random = random;
            this.channel = Channel.bounded(capacity);
        }

        void step() {
            switch (random.nextInt(7)) {
                case 0, 1 -> send();
                case 2 -> receive(new Receiver(channel.receive(), null));
                case 3 -> {
                    AsyncIterator<Integer> iterator = channel.iterator();
                    receive(new Receiver(iterator.advance(), iterator));
                }
                case 4 -> cancelOneOf(senders.stream().map(Sender::task).toList());
                case 5 ->
                    cancelOneOf(receivers.stream().<Task<?>>map(Receiver::task).toList());
                default -> attempt();
            }
        }

        private void send() {
            int item = items++;
            Task<Void> task = channel.send(item);
            if (!receivers.isEmpty()) {
                assertThat(receivers.remove().item()).isEqualTo(item);
            } else if (buffer.size() < capacity) {
                buffer.add(item);
            } else {
                senders.add(new Sender(task, item));
                return;
            }
            assertThat(task.isDone()).isTrue();
        }

        private void receive(Receiver receiver) {
            Integer item = take();
            if (item == null) {
                receivers.add(receiver);
            } else {
                assertThat(receiver.item()).isEqualTo(item);
            }
        }

        private Integer take() {
            if (!senders.isEmpty()) {
                buffer.add(senders.element().item());
                assertThat(senders.remove().task().isDone()).isTrue();
            }
            return buffer.poll();
        }

        private void attempt() {
            if (random.nextBoolean()) {
                Integer got = channel.tryReceive();
                assertThat(got).isEqualTo(take());
            } else if (receivers.isEmpty()) {
                int item = items++;
                boolean room = buffer.size() < capacity;
                assertThat(channel.trySend(item)).isEqualTo(room);
                if (room) {
                    buffer.add(item);
                }
            }
        }

        private void cancelOneOf(List<? extends Task<?>> tasks) {
            if (!tasks.isEmpty()) {
                Task<?> cancelled = tasks.get(random.nextInt(tasks.size()));
                assertThat(cancelled.cancel()).isTrue();
                assertThat(cancelled.isCancelled()).isTrue();
                senders.removeIf(sender -> sender.task() == cancelled);
                receivers.removeIf(receiver -> receiver.task() == cancelled);
            }
        }

        void check() {
            assertThat(channel.size()).isEqualTo(buffer.size());
            assertThat(senders).noneMatch(sender -> sender.task().isDone());
            assertThat(receivers).noneMatch(receiver -> receiver.task().isDone());
        }

        /** Those who wait end, and what was sent is still there. */
        void close() {
            channel.close();
            for (Sender each : senders) {
                assertThat(each.task().failure()).isInstanceOf(ChannelClosedException.class);
            }
            for (Receiver each : receivers) {
                if (each.iterator() == null) {
                    assertThat(each.task().failure()).isInstanceOf(ChannelClosedException.class);
                } else {
                    assertThat((Boolean) each.task().result()).isFalse();
                }
            }
            while (!buffer.isEmpty()) {
                assertThat(channel.tryReceive()).isEqualTo(buffer.remove());
            }
            assertThat(channel.receive().failure()).isInstanceOf(ChannelClosedException.class);
        }
    }
}
