package dev.fermata;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.retry;
import static dev.fermata.Fermata.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RetryTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final List<Duration> attempts = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.timers.isEmpty()).isTrue();
        loop.close();
        assertThat(reported).isEmpty();
    }

    /** Notes the time, and fails in its turn until so many attempts were made. */
    private Task<Integer> succeedsAt(int attempt) throws IOException {
        attempts.add(time.elapsed());
        int made = attempts.size();
        if (made >= attempt) {
            return done(made);
        }
        if (made % 2 == 0) {
            throw new IOException("attempt " + made);
        }
        return Timed.failure(0, new IOException("attempt " + made));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void theFirstValueIsTheOutcome() throws IOException {
        assertThat(loop.run(() -> retry(RetryPolicy.attempts(5), () -> succeedsAt(3))))
                .isEqualTo(3);
        assertThat(attempts).containsOnly(Duration.ZERO);
    }

    @Test
    void oneAttemptIsJustACall() {
        assertThatThrownBy(() -> loop.run(() -> retry(RetryPolicy.attempts(1), () -> succeedsAt(2))))
                .hasMessage("attempt 1")
                .hasNoSuppressedExceptions();
        assertThatThrownBy(() -> RetryPolicy.attempts(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenAllFailTheLastFailureSuppressesTheOthers() {
        assertThatThrownBy(() -> loop.run(() -> retry(RetryPolicy.attempts(3), () -> succeedsAt(9))))
                .hasMessage("attempt 3")
                .satisfies(last -> assertThat(last.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("attempt 1", "attempt 2"));
    }

    @Test
    void atMostTheLastTenFailuresAreKept() {
        assertThatThrownBy(() -> loop.run(() -> retry(RetryPolicy.attempts(100), () -> succeedsAt(999))))
                .satisfies(last -> assertThat(last.getSuppressed())
                        .hasSize(10)
                        .extracting(Throwable::getMessage)
                        .startsWith("attempt 90"));
    }

    @Test
    void thePausesDoubleUpToTheLongest() throws IOException {
        RetryPolicy policy = RetryPolicy.attempts(6).backOff(seconds(1), seconds(5));
        loop.run(() -> retry(policy, () -> succeedsAt(6)));

        assertThat(attempts).containsExactly(seconds(0), seconds(1), seconds(3), seconds(7), seconds(12), seconds(17));
    }

    @Test
    void thePauseOfTheHundredthAttemptDoesNotOverflow() {
        RetryPolicy policy = RetryPolicy.attempts(200).backOff(Duration.ofNanos(3), Duration.ofDays(1_000_000));

        assertThat(policy.pause(62)).isPositive();
        assertThat(policy.pause(100)).isEqualTo(Long.MAX_VALUE);
        assertThat(RetryPolicy.attempts(200).backOff(seconds(1), seconds(60)).pause(100))
                .isEqualTo(seconds(60).toNanos());
    }

    @Test
    void jitterShortensEachPauseByAtMostItsShareAndTheSameEachTimeWithTheSameSeed() {
        RetryPolicy policy = RetryPolicy.attempts(9).backOff(seconds(8), seconds(8));
        List<Long> first = pauses(policy.jitter(0.5, new Random(1)));

        assertThat(first)
                .allSatisfy(pause -> assertThat(pause)
                        .isBetween(seconds(4).toNanos(), seconds(8).toNanos()));
        assertThat(first).doesNotHaveDuplicates().isEqualTo(pauses(policy.jitter(0.5, new Random(1))));
        assertThatThrownBy(() -> policy.jitter(1.1, new Random())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> pauses(RetryPolicy policy) {
        List<Long> pauses = new ArrayList<>();
        for (int made = 1; made < 9; made++) {
            pauses.add(policy.pause(made));
        }
        return pauses;
    }

    @Test
    void onlyFailuresThatThePolicyNamesAreTriedAgain() {
        RetryPolicy policy =
                RetryPolicy.attempts(5).onlyIf(failure -> failure.getMessage().endsWith("1"));

        assertThatThrownBy(() -> loop.run(() -> retry(policy, () -> succeedsAt(9))))
                .hasMessage("attempt 2");
        assertThat(attempts).hasSize(2);
    }

    @Test
    void aPredicateThatThrowsEndsIt() {
        RuntimeException broken = new IllegalStateException("predicate");

        assertThatThrownBy(() -> loop.run(() -> retry(
                        RetryPolicy.attempts(5).onlyIf(failure -> {
                            throw broken;
                        }),
                        () -> succeedsAt(9))))
                .isSameAs(broken)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    @Test
    void negativePausesAndALongestThatIsShorterAreRefused() {
        RetryPolicy policy = RetryPolicy.attempts(5);
        assertThatThrownBy(() -> policy.backOff(seconds(-1), seconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy.backOff(seconds(2), seconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT1S");
    }

    @Test
    void cancelledInAPauseItDoesNotTryAgain() {
        cancelAfter(seconds(2), RetryPolicy.attempts(5).backOff(seconds(5), seconds(5)));

        assertThat(attempts).hasSize(1);
        assertThat(time.elapsed()).isEqualTo(seconds(2));
    }

    @Test
    void aCancelledAttemptIsNotTriedAgain() {
        loop.run(() -> {
            Completer<Integer> attempt = new Completer<>();
            Task<Integer> task = retry(RetryPolicy.attempts(5), () -> {
                attempts.add(time.elapsed());
                return attempt;
            });
            task.cancel();
            return Script.of(awaited -> task, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });

        assertThat(attempts).hasSize(1);
    }

    @Test
    void cancelledInTheMomentInWhichAnAttemptFailsItDoesNotTryAgain() {
        IOException failure = new IOException("broken");
        loop.run(() -> {
            Completer<Integer> attempt = new Completer<>();
            Task<Integer> task = retry(RetryPolicy.attempts(5), () -> {
                attempts.add(time.elapsed());
                return attempt;
            });
            attempt.fail(failure);
            task.cancel();
            return Script.of(awaited -> task, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });

        assertThat(attempts).hasSize(1);
    }

    private void cancelAfter(Duration duration, RetryPolicy policy) {
        loop.run(() -> {
            Task<Integer> task = retry(policy, () -> {
                attempts.add(time.elapsed());
                return Task.failed(new IOException("attempt"));
            });
            return Script.of(
                    awaited -> sleep(duration),
                    awaited -> {
                        task.cancel();
                        return task;
                    },
                    awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        return done();
                    });
        });
    }
}
