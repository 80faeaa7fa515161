package dev.fermata.sync;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Script;
import dev.fermata.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutex, semaphore and lock for reading and writing beside a model that is a list of who waits and a sum of what is held. */
@NullUnmarked // steps of Void, and what try gave
final class LockSimulationTest {
    private static final int CAPACITY = 3;
    private static final int STEPS = 60;

    /** All three are a semaphore to the model: a writer takes all that there is, a reader one. */
    interface Lock {
        int capacity();

        int weight(Random random);

        Task<Held> acquire(int weight);

        Held tryAcquire(int weight);
    }

    interface Fresh {
        Lock make();
    }

    static Stream<Named<Fresh>> locks() {
        return Stream.of(
                Named.of("Mutex", OfMutex::new),
                Named.of("Semaphore", OfSemaphore::new),
                Named.of("RwLock", OfRwLock::new));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void whoIsServedIsWhoTheModelSays(Fresh fresh) {
        Simulation.run(random -> {
            Model model = new Model(fresh.make(), random);
            for (int i = 0; i < STEPS; i++) {
                model.step();
                model.check();
            }
            model.drain();
            return done();
        });
    }

    @ParameterizedTest
    @MethodSource("locks")
    void neverIsMoreHeldThanThereIsAndInTheEndNothing(Fresh fresh) {
        Simulation.run(random -> {
            Lock lock = fresh.make();
            int[] held = new int[1];
            List<Task<?>> actors = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                actors.add(actor(lock, held, random));
            }
            Task<?> canceller = canceller(actors, random);
            actors.add(canceller);
            return Script.of(awaited -> settled(actors), awaited -> {
                assertThat(held[0]).isZero();
                assertThat(lock.tryAcquire(lock.capacity())).isNotNull();
                return done();
            });
        });
    }

    /** Acquires, gives way a few times, lets go; several times over, as a method with try and finally would. */
    private static Task<Void> actor(Lock lock, int[] held, Random random) {
        List<Script.Step> steps = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            int weight = lock.weight(random);
            Held[] mine = new Held[1];
            steps.add(awaited -> {
                awaited.get();
                return lock.acquire(weight);
            });
            steps.add(awaited -> {
                mine[0] = awaited.get();
                held[0] += weight;
                assertThat(held[0]).isLessThanOrEqualTo(lock.capacity());
                return checkpoint();
            });
            steps.add(awaited -> {
                held[0] -= weight;
                mine[0].close();
                return null;
            });
        }
        return Script.of(steps.toArray(new Script.Step[0]));
    }

    private static Task<Void> canceller(List<Task<?>> actors, Random random) {
        List<Task<?>> victims = List.copyOf(actors);
        List<Script.Step> steps = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            steps.add(awaited -> {
                if (random.nextInt(3) == 0) {
                    victims.get(random.nextInt(victims.size())).cancel();
                }
                return checkpoint();
            });
        }
        return Script.of(steps.toArray(new Script.Step[0]));
    }

    /** Done when all are, whether cancelled or not. */
    private static Task<?> settled(List<Task<?>> tasks) {
        List<Task<Object>> each = new ArrayList<>();
        for (Task<?> task : tasks) {
            each.add(Script.of(awaited -> task, awaited -> {
                assertThat(task.isDone() && (!task.isFailed() || task.isCancelled()))
                        .isTrue();
                return null;
            }));
        }
        return gather(each);
    }

    private static final class Model {
        private record Request(Task<Held> task, int weight) {}

        private final Lock lock;
        private final Random random;
        private final Deque<Request> waiting = new ArrayDeque<>();
        private final List<Request> holding = new ArrayList<>();
        private final List<Held> stale = new ArrayList<>();

        Model(Lock lock, Random random) {
            this.lock = lock;
            this.random = random;
        }

        private int free() {
            return lock.capacity() - holding.stream().mapToInt(Request::weight).sum();
        }

        private void serve() {
            while (!waiting.isEmpty() && waiting.element().weight() <= free()) {
                holding.add(waiting.remove());
            }
        }

        void step() {
            int weight = lock.weight(random);
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    waiting.add(new Request(lock.acquire(weight), weight));
                    serve();
                }
                case 2 -> {
                    boolean admitted = waiting.isEmpty() && weight <= free();
                    Held held = lock.tryAcquire(weight);
                    assertThat(held != null).isEqualTo(admitted);
                    if (admitted) {
                        holding.add(new Request(done(held), weight));
                    }
                }
                case 3 -> {
                    if (!waiting.isEmpty()) {
                        Request cancelled = List.copyOf(waiting).get(random.nextInt(waiting.size()));
                        waiting.remove(cancelled);
                        assertThat(cancelled.task().cancel()).isTrue();
                        assertThat(cancelled.task().isCancelled()).isTrue();
                        serve();
                    }
                }
                case 4 -> {
                    if (!holding.isEmpty()) {
                        close(holding.remove(random.nextInt(holding.size())));
                    }
                }
                default -> stale.forEach(Held::close);
            }
        }

        private void close(Request request) {
            Held held = request.task().result();
            held.close();
            stale.add(held);
            serve();
        }

        void check() {
            assertThat(holding)
                    .allMatch(request ->
                            request.task().isDone() && !request.task().isFailed());
            assertThat(waiting).noneMatch(request -> request.task().isDone());
        }

        void drain() {
            while (!holding.isEmpty()) {
                close(holding.remove(0));
                check();
            }
            assertThat(waiting).isEmpty();
        }
    }

    private static final class OfMutex implements Lock {
        private final Mutex mutex = new Mutex();

        @Override
        public int capacity() {
            return 1;
        }

        @Override
        public int weight(Random random) {
            return 1;
        }

        @Override
        public Task<Held> acquire(int weight) {
            return mutex.lock();
        }

        @Override
        public Held tryAcquire(int weight) {
            return mutex.tryLock();
        }
    }

    private static final class OfSemaphore implements Lock {
        private final Semaphore semaphore = new Semaphore(CAPACITY);

        @Override
        public int capacity() {
            return CAPACITY;
        }

        @Override
        public int weight(Random random) {
            return 1 + random.nextInt(CAPACITY);
        }

        @Override
        public Task<Held> acquire(int weight) {
            return semaphore.acquire(weight);
        }

        @Override
        public Held tryAcquire(int weight) {
            return semaphore.tryAcquire(weight);
        }
    }

    private static final class OfRwLock implements Lock {
        private final RwLock lock = new RwLock();

        @Override
        public int capacity() {
            return 1000;
        }

        @Override
        public int weight(Random random) {
            return random.nextInt(3) == 0 ? capacity() : 1;
        }

        @Override
        public Task<Held> acquire(int weight) {
            return weight == 1 ? lock.read() : lock.write();
        }

        @Override
        public Held tryAcquire(int weight) {
            return weight == 1 ? lock.tryRead() : lock.tryWrite();
        }
    }
}
