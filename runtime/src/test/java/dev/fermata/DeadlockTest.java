package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void
final class DeadlockTest {
    private final List<String> trace = new ArrayList<>();
    private @Nullable Task<Void> first;
    private @Nullable Task<Void> second;

    private <T> T run(AsyncCallable<T, RuntimeException> main) {
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            return loop.run(main);
        }
    }

    /** Awaits {@code second}, which awaits {@code first}. */
    private Task<Void> circle() {
        first = Script.of(a -> checkpoint(), a -> second, a -> {
            a.get();
            trace.add("after");
            return null;
        });
        second = Script.of(a -> checkpoint(), a -> first);
        return first;
    }

    @Test
    void twoTasksThatAwaitEachOtherAreToldSoWithTheirNames() {
        assertThatThrownBy(() -> run(this::circle))
                .isInstanceOf(DeadlockException.class)
                .hasMessage(
                        "deadlock: Script.run, which awaits Script.run, which awaits Script.run: none of them would ever be done");
        assertThat(first.isFailed()).isTrue();
        assertThat(trace).isEmpty();
    }

    @Test
    void itIsThrownByTheAwaitThatClosesTheCircleAndWhoAwaitsThatMayCatchIt() {
        run(() -> {
            first = Script.of(
                    a -> checkpoint(),
                    a -> {
                        trace.add("awaits");
                        return second;
                    },
                    a -> {
                        try {
                            a.get();
                        } catch (DeadlockException deadlock) {
                            trace.add("caught");
                        }
                        return null;
                    });
            second = Script.of(a -> checkpoint(), a -> {
                trace.add("closes");
                return first;
            });
            return first;
        });

        assertThat(trace).containsExactly("awaits", "closes", "caught");
        assertThat(first.isFailed()).isFalse();
        assertThat(second.isFailed()).isTrue();
    }

    @Test
    void aCircleApartFromTheMainTaskIsFoundAtOnceThoughThatGoesOn() {
        VirtualTime time = new VirtualTime();
        List<Duration> foundAt = new ArrayList<>();
        try (EventLoop loop = time.loop(FailureHandler.logging())) {
            loop.run(() -> {
                Task<Void> apart = circle();
                Task<Void> waiting = Script.of(a -> apart, a -> {
                    foundAt.add(time.elapsed());
                    a.get();
                    return null;
                });
                return Script.of(a -> Fermata.sleep(Duration.ofHours(1)), a -> {
                    assertThat(waiting.failure()).isInstanceOf(DeadlockException.class);
                    return null;
                });
            });
        }
        assertThat(foundAt).containsExactly(Duration.ZERO);
    }

    @Test
    void oneThroughAGatherApartFromTheMainTaskIsFoundWhenTheLoopComesToRest() {
        run(() -> {
            first = Script.of(a -> checkpoint(), a -> gather(second));
            second = Script.of(a -> checkpoint(), a -> first);
            return Script.of(a -> Fermata.sleep(Duration.ofHours(1)), a -> {
                assertThat(first.failure()).isInstanceOf(DeadlockException.class);
                assertThat(second.isFailed()).isTrue();
                return null;
            });
        });
    }

    @Test
    void oneThatAnotherTaskMayBreakIsLookedAtAgainWhenThatHasEnded() {
        run(() -> {
            Task<Void> other = Script.of(a -> Fermata.sleep(Duration.ofHours(1)));
            first = Script.of(a -> checkpoint(), a -> gather(second, other));
            second = Script.of(a -> checkpoint(), a -> first);
            return Script.of(
                    a -> Fermata.sleep(Duration.ofMinutes(30)),
                    a -> {
                        assertThat(first.isDone()).isFalse();
                        return Fermata.sleep(Duration.ofHours(1));
                    },
                    a -> {
                        assertThat(first.failure()).isInstanceOf(DeadlockException.class);
                        return null;
                    });
        });
    }

    @Test
    void oneThroughTheEndOfAScopeApartFromTheMainTaskIsFound() {
        run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            first = scope.spawn(() -> Script.of(a -> checkpoint(), a -> scope.closeAsync()));
            Task<Void> closing = Script.of(a -> checkpoint(), a -> scope.closeAsync());
            return Script.of(a -> Fermata.sleep(Duration.ofHours(1)), a -> {
                assertThat(closing.failure()).isInstanceOf(DeadlockException.class);
                return null;
            });
        });
        assertThat(first.isFailed()).isTrue();
    }

    @Test
    void aCircleLongerThanWhatIsLookedAtInAnAwaitIsFoundWhenTheLoopComesToRest() {
        run(() -> {
            first = Script.of(a -> checkpoint(), a -> checkpoint(), a -> second);
            Task<Void> last = first;
            for (int i = 0; i < 1_000; i++) {
                Task<Void> before = last;
                last = Script.of(a -> before);
            }
            second = last;
            return Script.of(a -> Fermata.sleep(Duration.ofHours(1)), a -> {
                assertThat(first.isFailed()).isTrue();
                assertThat(second.failure()).isInstanceOf(DeadlockException.class);
                return null;
            });
        });
    }

    @Test
    void aCircleThroughSpawnedTasksAndAGatherIsNamed() {
        assertThatThrownBy(() -> run(() -> {
                    Task<Void> spawned = spawn(() -> Script.of(a -> checkpoint(), a -> second));
                    Task<Void> other = spawn(() -> Script.of(a -> checkpoint(), a -> second));
                    second = Script.of(a -> checkpoint(), a -> gather(spawned, other));
                    return second;
                }))
                .isInstanceOf(DeadlockException.class)
                .hasMessageContaining("Script.run, which awaits gather, which awaits a task, which awaits Script.run");
    }

    @Test
    void aTaskThatWaitsForTheEndOfItsOwnScopeIsToldSo() {
        assertThatThrownBy(() -> run(() -> {
                    TaskScope<RuntimeException> scope = TaskScope.open();
                    scope.spawn(() -> Script.of(a -> checkpoint(), a -> scope.closeAsync()));
                    return scope.closeAsync();
                }))
                .isInstanceOf(DeadlockException.class)
                .hasMessageContaining("the end of a task scope, which awaits a task, which awaits Script.run");
    }

    @Test
    void aCircleThatOutlivesTheMainTaskDoesNotKeepTheLoopFromEnding() {
        run(() -> {
            first = spawn(() -> Script.of(a -> checkpoint(), a -> first));
            return Script.of(a -> checkpoint(), a -> checkpoint(), a -> checkpoint());
        });

        assertThat(first.isFailed()).isTrue();
    }

    @Test
    void itIsFoundWhileATimerOfAnotherTaskRuns() {
        VirtualTime time = new VirtualTime();
        try (EventLoop loop = time.loop(FailureHandler.logging())) {
            assertThatThrownBy(() -> loop.run(() -> {
                        Task<Void> unrelated = Fermata.sleep(Duration.ofHours(1));
                        assertThat(unrelated.isDone()).isFalse();
                        return circle();
                    }))
                    .isInstanceOf(DeadlockException.class);
        }
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void whatAnotherThreadMayCompleteIsNoDeadlock() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        String value = run(() -> {
            Completer<String> gate = new Completer<>();
            Thread thread = new Thread(() -> gate.complete("from outside"));
            threads.add(thread);
            Task<String> middle = Script.of(a -> gate.task());
            thread.start();
            return Script.<String>of(a -> gather(middle), a -> middle);
        });
        threads.get(0).join();

        assertThat(value).isEqualTo("from outside");
    }

    /** What a loop allocates that polls so many times, while the main task awaits what {@code wait} makes. */
    private static long bytesOfPolls(int polls, Supplier<Task<?>> wait) throws Exception {
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            return Allocated.bytesBy(() -> loop.run(() -> {
                Task<?> waiting = wait.get();
                Script.of(a -> ticks(polls), a -> {
                    waiting.cancel();
                    return null;
                });
                return Script.of(a -> waiting, Script.handler(a -> null));
            }));
        }
    }

    private static Task<Void> ticks(int left) {
        return left == 0 ? Fermata.done() : Script.of(a -> Fermata.sleep(Duration.ofMillis(1)), a -> ticks(left - 1));
    }

    @Test
    void toLookForOneCostsTheSameHoweverManyTasksAreAwaited() throws Exception {
        for (Supplier<Task<?>> wait : List.<Supplier<Task<?>>>of(DeadlockTest::aGather, DeadlockTest::aScope)) {
            long few = bytesOfPolls(10, wait);
            long many = bytesOfPolls(1_010, wait);

            assertThat((many - few) / 1_000).isLessThan(5_000);
        }
    }

    private static Task<?> aGather() {
        List<Task<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            tasks.add(new Completer<>());
        }
        return gather(tasks);
    }

    private static Task<?> aScope() {
        TaskScope<RuntimeException> scope = TaskScope.open();
        for (int i = 0; i < 2_000; i++) {
            scope.spawn(() -> new Completer<>());
        }
        return scope.closeAsync();
    }

    @Test
    void oneThatLiesBehindTasksWhichCanEndIsFoundWhenTheyHave() {
        assertThatThrownBy(() -> run(() -> {
                    circle();
                    List<Task<Void>> tasks = new ArrayList<>();
                    for (int i = 1; i <= 3; i++) {
                        tasks.add(Fermata.sleep(Duration.ofSeconds(i)));
                    }
                    tasks.add(first);
                    tasks.add(Fermata.sleep(Duration.ofSeconds(4)));
                    return gather(tasks);
                }))
                .isInstanceOf(DeadlockException.class)
                .hasMessageContaining("Script.run, which awaits Script.run");
    }

    @Test
    void aLongChainOfTasksThatEndsInATimerIsNone() {
        run(() -> {
            Task<Void> last = Fermata.sleep(Duration.ofSeconds(1));
            for (int i = 0; i < 100_000; i++) {
                Task<Void> before = last;
                last = Script.of(a -> before);
            }
            return last;
        });
    }
}
