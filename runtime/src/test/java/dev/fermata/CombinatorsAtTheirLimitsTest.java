package dev.fermata;

import static dev.fermata.Fermata.anySuccessful;
import static dev.fermata.Fermata.asCompleted;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.race;
import static dev.fermata.Fermata.retry;
import static dev.fermata.Fermata.shield;
import static dev.fermata.Fermata.timeout;
import static dev.fermata.Fermata.withDeadline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each combinator does of one task, when all fail, when it is cancelled, and when it is cancelled in the moment in which what
 * it waits for ends. Of no tasks: in the test of each.
 */
@NullUnmarked // failures that there may not be
final class CombinatorsAtTheirLimitsTest {
    private static final Duration LONG = Duration.ofHours(1);

    enum Combinator {
        GATHER,
        RACE,
        ANY_SUCCESSFUL,
        AS_COMPLETED,
        TIMEOUT,
        SHIELD,
        WITH_DEADLINE,
        RETRY;

        Task<?> of(List<Completer<Integer>> tasks) {
            Completer<Integer> first = tasks.get(0);
            return switch (this) {
                case GATHER -> gather(tasks);
                case RACE -> race(tasks);
                case ANY_SUCCESSFUL -> anySuccessful(tasks);
                case AS_COMPLETED -> firstOf(asCompleted(tasks).iterator());
                case TIMEOUT -> timeout(LONG, first);
                case SHIELD -> shield(first);
                case WITH_DEADLINE -> withDeadline(Deadline.after(LONG), () -> first);
                case RETRY -> {
                    Iterator<Completer<Integer>> each = tasks.iterator();
                    yield retry(RetryPolicy.attempts(tasks.size()), each::next);
                }
            };
        }

        boolean waitsForAll() {
            return this == GATHER || this == RACE || this == ANY_SUCCESSFUL;
        }
    }

    /** The outcome of the first to end, as a loop has it that is left then. */
    private static Task<Integer> firstOf(AsyncIterator<Task<Integer>> tasks) {
        Throwable[] thrown = new Throwable[1];
        return Script.of(
                awaited -> tasks.advance(),
                Script.handler(awaited -> {
                    try {
                        awaited.get();
                    } catch (CancellationException cancelled) {
                        thrown[0] = cancelled;
                    }
                    return thrown[0] == null ? done() : tasks.closeAsync();
                }),
                awaited -> {
                    if (thrown[0] != null) {
                        throw thrown[0];
                    }
                    return tasks.current();
                });
    }

    /** Begins to wait for so many tasks, does something to them, and looks at what comes of it. */
    private static void check(Combinator combinator, int count, Act act, Look look) {
        List<Throwable> reported = new ArrayList<>();
        try (EventLoop loop = new VirtualTime().loop((what, failure) -> reported.add(failure))) {
            List<Completer<Integer>> tasks = new ArrayList<>();
            Task<?>[] whole = new Task<?>[1];
            loop.<Void, RuntimeException>run(() -> Script.of(
                    awaited -> {
                        for (int i = 0; i < count; i++) {
                            tasks.add(new Completer<>());
                        }
                        whole[0] = combinator.of(tasks);
                        return checkpoint();
                    },
                    awaited -> {
                        act.act(tasks, whole[0]);
                        return whole[0];
                    },
                    awaited -> {
                        look.look(tasks, whole[0]);
                        assertThat(loop.timers()).isZero();
                        return done();
                    }));
        }
        assertThat(reported).isEmpty();
    }

    private interface Act {
        void act(List<Completer<Integer>> tasks, Task<?> whole);
    }

    private interface Look {
        void look(List<Completer<Integer>> tasks, Task<?> whole);
    }

    @ParameterizedTest
    @EnumSource
    void ofOneItHasTheValueOfThatOne(Combinator combinator) {
        check(
                combinator,
                1,
                (tasks, whole) -> tasks.get(0).complete(7),
                (tasks, whole) -> assertThat((Object) whole.result())
                        .isEqualTo(combinator == Combinator.GATHER ? List.of(7) : 7));
    }

    @ParameterizedTest
    @EnumSource
    void ofOneItHasTheFailureOfThatOne(Combinator combinator) {
        IOException failure = new IOException();
        check(
                combinator,
                1,
                (tasks, whole) -> tasks.get(0).fail(failure),
                (tasks, whole) -> assertThat(whole.failure()).isSameAs(failure));
    }

    @ParameterizedTest
    @EnumSource
    void whenAllFailOneFailureIsThrownAndTellsOfTheOther(Combinator combinator) {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        boolean single = !combinator.waitsForAll() && combinator != Combinator.RETRY;
        Act bothFail = (tasks, whole) -> {
            tasks.get(0).fail(first);
            if (!single) {
                tasks.get(1).fail(second);
            }
        };
        check(combinator, 2, bothFail, (tasks, whole) -> {
            boolean last = combinator == Combinator.RETRY;
            assertThat(whole.failure()).isSameAs(last ? second : first);
            if (single) {
                assertThat(whole.failure().getSuppressed()).isEmpty();
            } else {
                assertThat(whole.failure().getSuppressed()).containsExactly(last ? first : second);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void cancelledItEndsCancelledAndSoDoesWhatItAloneWaitsFor(Combinator combinator) {
        check(combinator, 1, (tasks, whole) -> whole.cancel(), (tasks, whole) -> {
            assertThat(whole.isCancelled()).isTrue();
            assertThat(tasks.get(0).isCancelled()).isEqualTo(combinator != Combinator.SHIELD);
        });
    }

    @ParameterizedTest
    @EnumSource
    void cancelledInTheMomentInWhichAValueComesItHasTheValue(Combinator combinator) {
        Act both = (tasks, whole) -> {
            tasks.get(0).complete(7);
            whole.cancel();
        };
        check(combinator, 1, both, (tasks, whole) -> {
            if (combinator == Combinator.AS_COMPLETED) { // the loop is cancelled; the task would come next
                assertThat(whole.isCancelled()).isTrue();
            } else {
                assertThat((Object) whole.result()).isEqualTo(combinator == Combinator.GATHER ? List.of(7) : 7);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AS_COMPLETED") // it tells of no failure itself
    void cancelledInTheMomentInWhichAFailureComesItHasTheFailureUnlessItLooksForAValue(Combinator combinator) {
        IOException failure = new IOException();
        Act both = (tasks, whole) -> {
            tasks.get(0).fail(failure);
            whole.cancel();
        };
        boolean looksForValue = combinator == Combinator.ANY_SUCCESSFUL;
        check(combinator, 1, both, (tasks, whole) -> {
            assertThat(whole.isCancelled()).isEqualTo(looksForValue);
            assertThat(whole.failure() == failure).isEqualTo(!looksForValue);
        });
    }
}
