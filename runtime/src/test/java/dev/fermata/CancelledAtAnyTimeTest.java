package dev.fermata;

import static dev.fermata.Fermata.anySuccessful;
import static dev.fermata.Fermata.asCompleted;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.offload;
import static dev.fermata.Fermata.race;
import static dev.fermata.Fermata.retry;
import static dev.fermata.Fermata.shield;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static dev.fermata.Fermata.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.sync.Barrier;
import dev.fermata.sync.Channel;
import dev.fermata.sync.Condition;
import dev.fermata.sync.Gate;
import dev.fermata.sync.Held;
import dev.fermata.sync.Mutex;
import dev.fermata.sync.RwLock;
import dev.fermata.sync.Select;
import dev.fermata.sync.Semaphore;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each thing that can be awaited is cancelled at each moment of its life, from before its first turn to after its end, and
 * must leave nothing behind: no timer, no waiter, no work of other threads, no task, no failure.
 */
@NullUnmarked // completes tasks of Void
final class CancelledAtAnyTimeTest {
    /** Until then it waits. */
    private static final int RELEASED = 3;

    private static final int TIME_PASSES = 5;
    private static final int LAST = 8;
    private static final Duration SOON = Duration.ofMillis(500);

    /** What is to be awaited, as it is started; it tells the subject how it goes on, and what must hold afterwards. */
    private interface Start {
        Task<?> start(Subject subject) throws Exception;
    }

    private static final class Subject {
        Runnable release = () -> {};
        Runnable leftNothing = () -> {};

        /** A task that ends on release. */
        Completer<Integer> gate() {
            Completer<Integer> gate = new Completer<>();
            release = () -> gate.complete(1);
            leftNothing = () -> assertThat(gate.lastWaiter()).isNull();
            return gate;
        }
    }

    private static final Map<String, Start> AWAITABLES = new LinkedHashMap<>();

    static {
        AWAITABLES.put("a sleep", subject -> sleep(SOON));
        AWAITABLES.put("a completer", Subject::gate);
        AWAITABLES.put(
                "a checkpoint",
                subject -> Script.of(a -> checkpoint(), a -> checkpoint(), a -> checkpoint(), a -> subject.gate()));
        AWAITABLES.put("a method", subject -> PlusOne.of(subject.gate()));
        AWAITABLES.put("a method that hands over", subject -> Handing.over(checkpoint(), subject.gate()));
        AWAITABLES.put("a method of a method", subject -> PlusOne.of(PlusOne.of(subject.gate())));
        AWAITABLES.put("a spawned task", subject -> spawn(() -> PlusOne.of(subject.gate())));
        AWAITABLES.put("a stage", subject -> {
            CompletableFuture<Integer> stage = new CompletableFuture<>();
            subject.release = () -> stage.complete(1);
            subject.leftNothing = () -> assertThat(stage).isDone();
            return Task.from(stage);
        });
        AWAITABLES.put("gather", subject -> gather(subject.gate(), new Completer<>(), PlusOne.of(sleepThen())));
        AWAITABLES.put("race", subject -> race(subject.gate(), new Completer<>(), sleepThen()));
        AWAITABLES.put("anySuccessful", subject -> anySuccessful(new Completer<>(), subject.gate(), sleepThen()));
        AWAITABLES.put(
                "asCompleted",
                subject -> Script.of(a -> asCompleted(subject.gate()).iterator().advance()));
        AWAITABLES.put("timeout", subject -> timeout(SOON, subject.gate()));
        AWAITABLES.put("a timeout that passes", subject -> timeout(SOON, new Completer<>()));
        AWAITABLES.put("shield", subject -> shield(subject.gate()));
        AWAITABLES.put("retry", subject -> retry(RetryPolicy.attempts(9), () -> subject.gate()));
        AWAITABLES.put(
                "the pause of a retry",
                subject -> retry(
                        RetryPolicy.attempts(2).backOff(SOON, SOON), () -> Task.failed(new IOException("again"))));
        AWAITABLES.put("a task of another loop", CancelledAtAnyTimeTest::foreign);
        AWAITABLES.put("offloaded work, queued or done", CancelledAtAnyTimeTest::queued);
        AWAITABLES.put("offloaded work, running", CancelledAtAnyTimeTest::running);
        AWAITABLES.put("the close of a scope", subject -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            Completer<Integer> gate = subject.gate();
            scope.spawn(() -> PlusOne.of(gate));
            return scope.closeAsync();
        });
        AWAITABLES.put("the close of a scope with a deadline", subject -> {
            TaskScope<RuntimeException> scope = TaskScope.withDeadline(Duration.ofDays(1));
            Completer<Integer> gate = subject.gate();
            scope.spawn(() -> gate);
            return scope.closeAsync();
        });
        AWAITABLES.put("a mutex", subject -> {
            Mutex mutex = new Mutex();
            subject.release = mutex.tryLock()::close;
            subject.leftNothing = () -> assertThat(mutex.isLocked()).isFalse();
            return mutex.lock();
        });
        AWAITABLES.put("a semaphore", subject -> {
            Semaphore semaphore = new Semaphore(3);
            subject.release = semaphore.tryAcquire(2)::close;
            subject.leftNothing = () -> assertThat(semaphore.available()).isEqualTo(3);
            return semaphore.acquire(3);
        });
        AWAITABLES.put("reading by a lock", subject -> {
            RwLock lock = new RwLock();
            subject.release = lock.tryWrite()::close;
            subject.leftNothing = () -> assertThat(lock.tryWrite()).isNotNull();
            return lock.read();
        });
        AWAITABLES.put("writing by a lock", subject -> {
            RwLock lock = new RwLock();
            subject.release = lock.tryRead()::close;
            subject.leftNothing = () -> assertThat(lock.tryWrite()).isNotNull();
            return lock.write();
        });
        AWAITABLES.put("a condition", subject -> {
            Mutex mutex = new Mutex();
            Condition condition = mutex.newCondition();
            Held held = mutex.tryLock();
            subject.release = () -> {
                Held other = mutex.tryLock();
                if (other != null) { // else the cancelled one has it again
                    condition.signal();
                    other.close();
                }
            };
            subject.leftNothing = () -> {
                held.close(); // it was waited for without, and is held again
                assertThat(mutex.isLocked()).isFalse();
            };
            return condition.awaitSignal(held);
        });
        AWAITABLES.put("a gate", subject -> {
            Gate gate = Gate.shut();
            subject.release = gate::open;
            return gate.pass();
        });
        AWAITABLES.put("a barrier", subject -> {
            Barrier barrier = new Barrier(2);
            Task<?>[] other = new Task<?>[1];
            subject.release = () -> other[0] = barrier.arrive();
            subject.leftNothing = () -> {
                other[0].cancel();
                assertThat(barrier.waiting()).isZero();
            };
            return barrier.arrive();
        });
        AWAITABLES.put("sending", subject -> {
            Channel<Integer> channel = Channel.rendezvous();
            subject.release = channel::tryReceive;
            subject.leftNothing = () -> assertThat(channel.tryReceive()).isNull();
            return channel.send(1);
        });
        AWAITABLES.put("receiving", subject -> {
            Channel<Integer> channel = Channel.rendezvous();
            subject.release = () -> channel.trySend(1);
            subject.leftNothing = () -> assertThat(channel.trySend(2)).isFalse();
            return channel.receive();
        });
        AWAITABLES.put("the next of a channel", subject -> {
            Channel<Integer> channel = Channel.rendezvous();
            subject.release = () -> channel.trySend(1);
            subject.leftNothing = () -> assertThat(channel.trySend(2)).isFalse();
            return channel.iterator().advance();
        });
        AWAITABLES.put("a selection", subject -> {
            Channel<Integer> in = Channel.rendezvous();
            Channel<Integer> out = Channel.rendezvous();
            Completer<Integer> gate = subject.gate();
            Runnable leftNoWaiter = subject.leftNothing;
            subject.leftNothing = () -> {
                leftNoWaiter.run();
                assertThat(in.trySend(1)).isFalse();
                assertThat(out.tryReceive()).isNull();
            };
            return Select.first(
                    in.receiving().map(Object.class::cast),
                    out.sending(1).map(Object.class::cast),
                    Select.onDone(gate).map(Object.class::cast),
                    Select.after(SOON).map(Object.class::cast));
        });
    }

    private static Task<Integer> sleepThen() {
        return Script.of(awaited -> sleep(SOON), awaited -> {
            awaited.get();
            return done(1);
        });
    }

    private static Task<?> foreign(Subject subject) throws Exception {
        EventLoopGroup group = new EventLoopGroup(1);
        Completer<Integer> gate =
                group.submit(() -> done(new Completer<Integer>())).join();
        subject.release = () -> gate.complete(1);
        subject.leftNothing = () -> {
            int visitors = group.submit(() -> done(EventLoop.current().visitors.size()))
                    .join();
            group.close();
            assertThat(visitors).as("but for the one that asks").isEqualTo(1);
            assertThat(gate.isDone()).isTrue();
        };
        return PlusOne.of(gate);
    }

    /** Virtual time, in which offloaded work is not: its threads run when the test says so. */
    private record RealThreads(VirtualTime time) implements Poller {
        @Override
        public Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) {
            return time.register(channel, interest, handler);
        }

        @Override
        public void poll(long timeoutNanos) {
            time.poll(timeoutNanos);
        }

        @Override
        public void wakeup() {
            time.wakeup();
        }

        @Override
        public void close() {
            time.close();
        }
    }

    private static Task<?> queued(Subject subject) throws Exception {
        List<Runnable> queue = new ArrayList<>();
        subject.release = () -> join(new Thread(() -> queue.forEach(Runnable::run)));
        return offload(queue::add, () -> 1);
    }

    private static Task<?> running(Subject subject) throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        Task<Integer> task = offload(
                work -> {
                    Thread thread = new Thread(work);
                    threads.add(thread);
                    thread.start();
                },
                () -> {
                    running.countDown();
                    end.await();
                    return 1;
                });
        running.await();
        subject.release = () -> {
            end.countDown();
            threads.forEach(CancelledAtAnyTimeTest::joinStarted);
        };
        return task;
    }

    private static void join(Thread thread) {
        thread.start();
        joinStarted(thread);
    }

    private static void joinStarted(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> awaitables() {
        return AWAITABLES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("awaitables")
    void itLeavesNothingBehind(String awaitable) {
        for (int turns = 0; turns <= LAST; turns++) {
            List<Throwable> reported = new ArrayList<>();
            VirtualTime time = new VirtualTime();
            try (EventLoop loop = new EventLoop(
                    time, new RealThreads(time), ReadyOrder.fifo(), (what, failure) -> reported.add(failure))) {
                int moment = turns;
                loop.<Void, RuntimeException>run(() -> cancelledAt(moment, awaitable));
            }
            assertThat(reported)
                    .as("reported of " + awaitable + ", cancelled in turn " + turns)
                    .isEmpty();
        }
    }

    private static Task<Void> cancelledAt(int moment, String awaitable) {
        Subject subject = new Subject();
        List<Script.Step> steps = new ArrayList<>();
        Task<?>[] task = new Task<?>[1];
        steps.add(awaited -> {
            task[0] = AWAITABLES.get(awaitable).start(subject);
            return done();
        });
        for (int turn = 0; turn < moment; turn++) {
            steps.add(turn(turn, subject));
        }
        steps.add(awaited -> {
            task[0].cancel();
            return task[0];
        });
        steps.add(awaited -> {
            expectEnd(awaited, moment);
            if (moment <= RELEASED) {
                subject.release.run(); // too late
            }
            return checkpoint();
        });
        steps.add(awaited -> {
            EventLoop loop = EventLoop.current();
            String when = awaitable + ", cancelled in turn " + moment;
            assertThat(loop.timers.isEmpty()).as("timers of " + when).isTrue();
            assertThat(loop.spawned.size()).as("tasks of " + when).isEqualTo(1);
            assertThat(loop.openScopes).as("scopes of " + when).isEmpty();
            assertThat(loop.visitors).as("visitors of " + when).isEmpty();
            assertThat(loop.offloads.isEmpty()).as("offloads of " + when).isTrue();
            subject.leftNothing.run();
            return done();
        });
        return Script.of(steps.toArray(Script.Step[]::new));
    }

    private static Script.Step turn(int number, Subject subject) {
        return awaited -> {
            if (number == RELEASED) {
                subject.release.run();
            }
            return number == TIME_PASSES ? sleep(Duration.ofDays(2)) : checkpoint();
        };
    }

    /** Cancelled before it was released it has to end so; later it may have ended by itself. */
    private static void expectEnd(Script.Outcome awaited, int moment) {
        try {
            if (awaited.get() instanceof Held held) {
                held.close();
            }
            assertThat(moment).as("the turn in which it was not cancelled").isGreaterThan(RELEASED);
        } catch (CancellationException cancelled) {
            // as it should
        } catch (Exception failure) {
            assertThat(moment).as("the turn in which it failed with " + failure).isGreaterThan(TIME_PASSES);
        }
    }
}
