package dev.fermata;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.timeout;
import static dev.fermata.Fermata.withDeadline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void
final class TimeoutTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final IOException failure = new IOException("broken");
    private final List<Throwable> reported = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.timers.isEmpty()).isTrue();
        loop.close();
        assertThat(reported).isEmpty();
    }

    @Test
    void whatEndsInTimeKeepsItsOutcomeAndTheTimerIsTakenOut() {
        assertThat(loop.run(() -> timeout(SECOND, Timed.value(0, 1)))).isEqualTo(1);
        assertThatThrownBy(() -> loop.run(() -> timeout(SECOND, Timed.failure(0, failure))))
                .isSameAs(failure);
        assertThat(loop.run(() -> timeout(Duration.ZERO, done(2)))).isEqualTo(2);
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    @Test
    void whatDoesNotIsCancelledAndHasEndedWhenTheTimeoutFails() {
        loop.run(() -> {
            Task<Integer> slow = Timed.untilCancelled(2);
            return Script.of(awaited -> timeout(SECOND, slow), awaited -> {
                assertThatThrownBy(awaited::get)
                        .isInstanceOfSatisfying(DeadlineExceededException.class, exceeded -> {
                            assertThat(exceeded.duration()).isEqualTo(SECOND);
                            assertThat(exceeded.awaited()).isEqualTo("Script.run");
                        })
                        .hasMessageContaining("not done within PT1S")
                        .hasNoSuppressedExceptions();
                assertThat(slow.isCancelled()).isTrue();
                return done();
            });
        });

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatItFailsWithAsItEndsIsSuppressed() {
        assertThatThrownBy(() -> loop.run(() ->
                        timeout(SECOND, () -> Timed.untilCancelled(1, awaited -> Timed.failure(0, failure)))))
                .isInstanceOf(DeadlineExceededException.class)
                .hasSuppressedException(failure);
    }

    @Test
    void aValueThatItGivesAllTheSameIsNotLost() {
        assertThat(loop.run(() -> timeout(SECOND, Timed.<Integer>untilCancelled(1, awaited -> done(7)))))
                .isEqualTo(7);
    }

    @Test
    void ofZeroTheBodyIsCalledAndMustNotHaveToWait() {
        assertThat(loop.run(() -> timeout(Duration.ZERO, () -> done(1)))).isEqualTo(1);
        assertThatThrownBy(() -> loop.run(() -> timeout(Duration.ZERO, () -> Timed.value(1, 1))))
                .isInstanceOf(DeadlineExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aNegativeDurationIsRefused() {
        loop.run(() -> {
            assertThatThrownBy(() -> timeout(SECOND.negated(), done(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("timeout(PT-1S)");
            assertThatThrownBy(() -> sleep(SECOND.negated()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sleep(PT-1S)");
            return done();
        });
    }

    @Test
    void whatTheBodyThrowsFailsTheTask() {
        assertThatThrownBy(() -> loop.run(() -> timeout(SECOND, () -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThatThrownBy(() -> loop.run(() -> timeout(SECOND, () -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("returned null instead of a task");
    }

    @Test
    void whatEndsInTheMomentInWhichTheTimeIsOverIsInTime() {
        assertThat(loop.run(() -> timeout(SECOND, Timed.value(1, 1)))).isEqualTo(1);
        Integer value = loop.run(
                () -> { // here the alarm comes between the task's end and the news of it
                    Completer<Integer> task = new Completer<>();
                    Script.of(awaited -> sleep(SECOND), awaited -> done(task.complete(1)));
                    return timeout(SECOND, task);
                });
        assertThat(value).isEqualTo(1);
    }

    @Test
    void whatOthersAwaitTooIsLeftAlone() {
        Integer kept = loop.run(() -> {
            Task<Integer> shared = Timed.value(5, 5);
            Task<Integer> other = PlusOne.of(shared);
            return Script.of(awaited -> timeout(SECOND, shared), awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(DeadlineExceededException.class);
                assertThat(time.elapsed()).isEqualTo(SECOND);
                return other;
            });
        });

        assertThat(kept).isEqualTo(6);
    }

    @Test
    void cancellingItCancelsTheTaskAndIsNotATimeout() {
        loop.run(() -> {
            Task<Integer> task = Timed.untilCancelled(5);
            Task<Integer> limited = timeout(SECOND, task);
            limited.cancel();
            return Script.of(awaited -> limited, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(task.isCancelled()).isTrue();
                return done();
            });
        });
    }

    @Test
    void cancellingItWhileTheTaskEndsBecauseItsTimeIsOverIsNotLost() {
        loop.run(() -> {
            Task<Integer> limited = timeout(SECOND, Timed.untilCancelled(5));
            return Script.of(
                    awaited -> sleep(SECOND.multipliedBy(2)),
                    awaited -> {
                        assertThat(limited.cancel()).isTrue();
                        return limited;
                    },
                    awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        return done();
                    });
        });
    }

    @Test
    void theOuterOfTwoIsTheOneThatFailsIfItIsShorter() {
        assertThatThrownBy(() ->
                        loop.run(() -> timeout(SECOND, timeout(SECOND.multipliedBy(2), Timed.untilCancelled(9)))))
                .isInstanceOfSatisfying(
                        DeadlineExceededException.class,
                        exceeded -> assertThat(exceeded.duration()).isEqualTo(SECOND));
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aDeadlineIsHandedOnAndWhatIsLeftOfItGetsLess() {
        assertThatThrownBy(() -> loop.run(() -> {
                    Deadline deadline = Deadline.after(SECOND.multipliedBy(3));
                    return Script.of(awaited -> sleep(SECOND), awaited -> {
                        assertThat(deadline.remaining()).isEqualTo(SECOND.multipliedBy(2));
                        assertThat(deadline.orEarlier(Deadline.after(SECOND)).remaining())
                                .isEqualTo(SECOND);
                        return withDeadline(deadline, () -> Timed.value(9, 1));
                    });
                }))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("PT2S");
        assertThat(time.elapsed()).isEqualTo(SECOND.multipliedBy(3));
    }

    @Test
    void aDeadlineThatHasPassedLeavesNoTime() {
        assertThatThrownBy(() -> loop.run(() -> {
                    Deadline deadline = Deadline.after(SECOND);
                    return Script.of(
                            awaited -> sleep(SECOND.multipliedBy(2)),
                            awaited -> withDeadline(deadline, () -> Timed.value(9, 1)));
                }))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("had passed");
    }
}
