package dev.fermata;

import static dev.fermata.Fermata.anySuccessful;
import static dev.fermata.Fermata.asCompleted;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.race;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnobservedFailureTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final EventLoop loop = new VirtualTime().loop((what, failure) -> reported.add(failure));
    private final List<Object> reachable = new ArrayList<>();

    private Task<Void> failing(Throwable failure) {
        Task<Void> task = Script.of(awaited -> checkpoint(), awaited -> {
            throw failure;
        });
        reachable.add(task);
        return task;
    }

    @Test
    void thoseOfReachableTasksAreReportedAtCloseInTheOrderOfFailing() {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        IOException third = new IOException("third");
        loop.run(() -> {
            failing(first);
            failing(second);
            return Script.of(awaited -> checkpoint(), awaited -> {
                reachable.add(Task.failed(third));
                return checkpoint();
            });
        });
        assertThat(reported).isEmpty();

        loop.close();

        assertThat(reported).containsExactly(first, second, third);
    }

    @Test
    void whoAwaitsOrAsksForAFailureHasObservedIt() {
        loop.run(() -> {
            Task<Void> awaited = failing(new IOException());
            Task<Void> asked = failing(new IOException());
            Task<Void> converted = failing(new IOException());
            reachable.add(converted.toCompletableFuture());
            return Script.of(a -> awaited, a -> checkpoint(), a -> {
                assertThat(asked.failure()).isInstanceOf(IOException.class);
                return done();
            });
        });

        loop.close();

        assertThat(reported).isEmpty();
    }

    @Test
    void theReportNamesTheMethodThatFailedAndTheLineWhereItWasHeldLast() {
        List<String> said = new ArrayList<>();
        try (EventLoop other = new VirtualTime().loop((what, failure) -> said.add(what))) {
            other.run(() -> {
                reachable.add(Handing.over(checkpoint(), Task.failed(new IOException())));
                reachable.add(spawn(() -> failing(new IOException())));
                return Script.of(a -> checkpoint(), a -> checkpoint(), a -> checkpoint());
            });
        }
        assertThat(said).hasSize(2);
        assertThat(said.get(0))
                .matches("a task has failed, and nobody awaited it: Handing.over, last held at Handing.java:\\d+");
        assertThat(said.get(1)).isEqualTo("a task has failed, and nobody awaited it: Script.run");
    }

    /** Found by the simulation: a selection whose other clause was served in the same batch. */
    @Test
    void thatOfATaskFromWhichItsWatcherLooksAwayInTheSameBatchIsReported() {
        IOException failure = new IOException();
        loop.run(() -> {
            Completer<Void> completer = new Completer<>();
            reachable.add(completer);
            Looking watcher = new Looking();
            watcher.watch(completer);
            completer.fail(failure);
            watcher.unwatch();
            return Script.of(awaited -> checkpoint(), awaited -> done());
        });

        loop.close();

        assertThat(reported).containsExactly(failure);
    }

    @Test
    void thatOfATaskWhichIsAwaitedBesideAWatcherIsNotReported() {
        loop.run(() -> {
            Completer<Void> completer = new Completer<>();
            reachable.add(completer);
            Looking watcher = new Looking();
            watcher.watch(completer);
            Task<Void> awaiting = Script.of(awaited -> completer, awaited -> done());
            new Looking().watch(completer);
            completer.fail(new IOException());
            watcher.unwatch();
            return awaiting;
        });

        loop.close();

        assertThat(reported).isEmpty();
    }

    private static final class Looking extends Watcher<Object> {
        @Override
        protected void ended(Task<?> task) {}
    }

    @Test
    void aFailureThatWasHandledIsNotReportedSinceACombinatorHasLookedAtItToo() {
        loop.run(() -> {
            Task<Void> task = failing(new IOException());
            return Script.of(
                    awaited -> task,
                    awaited -> {
                        assertThat(task.isFailed()).isTrue();
                        return race(done(), task);
                    },
                    awaited -> anySuccessful(done(), task),
                    awaited -> asCompleted(task).iterator().advance());
        });

        loop.close();

        assertThat(reported).isEmpty();
    }

    @Test
    void aFailureThatSomebodyElseAwaitedIsHisAlsoWhereARaceIsOver() {
        loop.run(() -> {
            Task<Void> task = failing(new IOException());
            Task<Void> handling = Script.of(awaited -> task, awaited -> done());
            reachable.add(race(checkpoint(), task));
            return handling;
        });

        loop.close();

        assertThat(reported).isEmpty();
    }

    @Test
    void whatASpawnedTaskFailsWithBeforeItReturnsIsReportedToo() throws IOException {
        IOException failure = new IOException();
        loop.run(() -> {
            reachable.add(spawn(() -> {
                if (reported.isEmpty()) {
                    throw failure;
                }
                return done();
            }));
            return Script.of(awaited -> checkpoint(), awaited -> checkpoint(), awaited -> done());
        });

        loop.close();

        assertThat(reported).containsExactly(failure);
    }

    @Test
    void thatOfAnUnreachableTaskIsReportedWhileTheLoopRuns() {
        IOException failure = new IOException("lost");
        loop.run(() -> {
            Script.of(awaited -> checkpoint(), awaited -> {
                throw failure;
            });
            return collect();
        });

        assertThat(reported).containsExactly(failure);
        loop.close();
        assertThat(reported).containsExactly(failure);
    }

    /** Gives way until the garbage collector has found the task; JUnit's timeout is the limit. */
    private Task<Void> collect() {
        return Script.of(awaited -> Fermata.sleep(java.time.Duration.ofSeconds(1)), awaited -> {
            System.gc();
            return reported.isEmpty() ? collect() : done();
        });
    }
}
