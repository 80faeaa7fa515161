package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scopes without a block: what they do with their tasks. Compiled blocks are the processor's tests. */
@NullUnmarked // completes tasks of Void
final class TaskScopeTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));

    @AfterEach
    void closesTheLoop() {
        loop.close();
    }

    private static Task<Void> failAfter(Duration duration, RuntimeException failure) {
        return Script.of(awaited -> sleep(duration), awaited -> {
            throw failure;
        });
    }

    @Test
    void closingWaitsForAllTasks() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            Task<Void> task = scope.spawn(() -> sleep(Duration.ofSeconds(3)));
            return Script.of(awaited -> scope.closeAsync(), awaited -> {
                assertThat(task.isDone()).isTrue();
                return done();
            });
        });
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void closingAgainGivesTheSameTask() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            scope.spawn(() -> sleep(Duration.ofSeconds(3)));
            assertThat(scope.closeAsync()).isSameAs(scope.closeAsync());
            return scope.closeAsync();
        });
    }

    @Test
    void theFirstFailureCancelsTheOthersAndIsThrownWithTheirsSuppressed() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalArgumentException second = new IllegalArgumentException("second");
        assertThatThrownBy(() -> loop.run(() -> {
                    TaskScope<RuntimeException> scope = TaskScope.open();
                    scope.spawn(() -> failAfter(Duration.ofSeconds(1), first));
                    scope.spawn(() -> Script.of(awaited -> new Completer<>(), awaited -> {
                        throw second;
                    }));
                    scope.spawn(() -> sleep(Duration.ofHours(1)));
                    return scope.closeAsync();
                }))
                .isSameAs(first)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(second));
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(reported).isEmpty();
    }

    @Test
    void aTaskThatIsCancelledAloneHarmsNoOther() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            scope.spawn(() -> sleep(Duration.ofHours(1))).cancel();
            scope.spawn(() -> sleep(Duration.ofSeconds(1)));
            return scope.closeAsync();
        });
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aFailureInASupervisingScopeThatNobodyAwaitsIsReported() {
        IllegalStateException failure = new IllegalStateException("lost");
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.supervising();
            scope.spawn(() -> failAfter(Duration.ofSeconds(1), failure));
            scope.spawn(() -> sleep(Duration.ofSeconds(2)));
            return scope.closeAsync();
        });
        loop.close();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(reported).containsExactly(failure);
    }

    @Test
    void closingThatIsCancelledCancelsTheTasksAndWaitsForThem() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            scope.spawn(() ->
                    Script.of(awaited -> new Completer<>(), Script.handler(awaited -> sleep(Duration.ofSeconds(1)))));
            Task<Void> closing = scope.closeAsync();
            return Script.of(
                    awaited -> checkpoint(),
                    awaited -> {
                        closing.cancel();
                        assertThat(closing.isDone()).isFalse();
                        return spawn(() -> closing);
                    },
                    awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        return done();
                    });
        });
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aDeadlineCancelsTheTasksAndLeavesNoTimerBehind() {
        assertThatThrownBy(() -> loop.run(() -> {
                    TaskScope<RuntimeException> scope = TaskScope.withDeadline(Duration.ofSeconds(2));
                    scope.spawn(() -> sleep(Duration.ofHours(1)));
                    return scope.closeAsync();
                }))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("PT2S");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    @Test
    void aScopeThatIsDoneBeforeItsDeadlineLeavesNoTimerBehind() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.withDeadline(Duration.ofHours(2));
            scope.spawn(() -> sleep(Duration.ofSeconds(1)));
            return scope.closeAsync();
        });
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    @Test
    void aDeadlineThatHasPassedLetsNothingBegin() {
        assertThatThrownBy(() -> loop.run(() -> {
                    TaskScope<RuntimeException> scope = TaskScope.withDeadline(Duration.ZERO);
                    scope.spawn(() -> {
                        throw new AssertionError("begun");
                    });
                    return scope.closeAsync();
                }))
                .isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void aDeadlineThatHasPassedBeforeLetsNothingBeginEither() {
        assertThatThrownBy(() -> loop.run(() -> {
                    Deadline deadline = Deadline.after(Duration.ofSeconds(1));
                    return Script.of(awaited -> sleep(Duration.ofSeconds(2)), awaited -> {
                        TaskScope<RuntimeException> scope = TaskScope.withDeadline(deadline);
                        scope.spawn(() -> {
                            throw new AssertionError("begun");
                        });
                        return scope.closeAsync();
                    });
                }))
                .isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void aDeadlineThatIsRefusedLeavesNoScopeOpen() {
        loop.run(() -> {
            assertThatThrownBy(() -> TaskScope.withDeadline(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("withDeadline(PT-1S)");
            assertThatThrownBy(() -> TaskScope.withDeadline((Duration) null)).isInstanceOf(NullPointerException.class);
            return done();
        });

        assertThat(reported).isEmpty();
    }

    @Test
    void aScopeThatStillClosesWhenTheMainTaskEndsWasNotForgotten() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            scope.spawn(() -> Timed.untilCancelled(1));
            assertThat(scope.closeAsync().isDone()).isFalse();
            return checkpoint();
        });

        assertThat(reported).isEmpty();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anActionThatThrowsAsItIsCancelledKeepsNoOtherFromBeingCancelled() {
        List<Task<Void>> tasks = new ArrayList<>();
        RuntimeException failure = new RuntimeException("by the action");
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            for (int i = 0; i < 3; i++) {
                Completer<Void> completer = new Completer<>();
                completer.onCancel(() -> {
                    throw failure;
                });
                tasks.add(completer);
                scope.spawn(() -> completer);
                Waiter<Void> waiter = new Waiter<>(EventLoop.current()) {
                    @Override
                    protected boolean withdraw() {
                        throw failure;
                    }
                };
                tasks.add(waiter);
                scope.spawn(() -> waiter);
            }
            return Script.of(awaited -> checkpoint(), awaited -> {
                scope.cancel();
                return scope.closeAsync();
            });
        });

        assertThat(tasks).allMatch(Task::isCancelled);
        assertThat(reported).hasSize(6).containsOnly(failure);
    }

    @Test
    void nothingIsSpawnedIntoAClosedScope() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            return Script.of(awaited -> scope.closeAsync(), awaited -> {
                assertThatThrownBy(() -> scope.spawn(() -> done()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("the task scope has closed");
                return done();
            });
        });
    }

    @Test
    void aScopeIsConfinedToItsLoop() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            Throwable[] thrown = new Throwable[1];
            CompletableFuture.runAsync(() -> thrown[0] = catchThrowable(() -> scope.spawn(() -> done())))
                    .join();
            assertThat(thrown[0]).isInstanceOf(IllegalStateException.class).hasMessageContaining("thread");
            return scope.closeAsync();
        });
    }

    @Test
    void codeThatCannotWaitIsToldSoAndTheTasksAreCancelled() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            Task<Void> task = scope.spawn(() -> sleep(Duration.ofHours(1)));
            assertThatThrownBy(scope::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("await closeAsync()");
            return Script.of(awaited -> scope.closeAsync(), awaited -> {
                assertThat(task.isCancelled()).isTrue();
                return done();
            });
        });
    }

    @Test
    void aScopeThatIsNeverClosedIsReportedAndItsTasksAreCancelledAndWaitedFor() {
        List<String> trace = new ArrayList<>();
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            scope.spawn(() -> Script.of(
                    awaited -> new Completer<>(), Script.handler(awaited -> sleep(Duration.ofSeconds(1))), awaited -> {
                        trace.add("cleaned up");
                        return done();
                    }));
            return Script.of(awaited -> checkpoint(), awaited -> done());
        });
        assertThat(trace).containsExactly("cleaned up");
        assertThat(reported)
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("must be opened in the try statement"));
    }

    @Test
    void aHundredThousandTasksEndInOneScope() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            for (int i = 0; i < 100_000; i++) {
                scope.spawn(() -> checkpointed());
            }
            return scope.closeAsync();
        });
    }

    private static Task<Void> checkpointed() {
        return Script.of(awaited -> checkpoint());
    }
}
