package dev.fermata;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RaceTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final List<Throwable> expected = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));

    @AfterEach
    void onlyWhatIsExpectedIsReported() {
        loop.close();
        assertThat(reported).isEqualTo(expected);
    }

    @Test
    void theFirstValueIsTheOutcomeAndTheOthersHaveEndedByThen() {
        loop.run(() -> {
            Task<Integer> slow = Timed.untilCancelled(2);
            return Script.of(awaited -> race(slow, Timed.value(1, 1), Timed.value(3, 3)), awaited -> {
                assertThat(awaited.<Integer>get()).isEqualTo(1);
                assertThat(slow.isCancelled()).isTrue();
                return done();
            });
        });

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theFirstFailureIsTheOutcomeAndWhatTheOthersFailWithIsSuppressed() {
        IOException first = new IOException("first");
        IOException later = new IOException("in a finally block");

        assertThatThrownBy(() -> loop.run(() ->
                        race(Timed.failure(1, first), Timed.untilCancelled(1, a -> Timed.failure(0, later)))))
                .isSameAs(first)
                .hasSuppressedException(later);
    }

    @Test
    void whatALoserFailsWithBesideAValueIsReported() {
        IOException later = new IOException("in a finally block");
        expected.add(later);

        assertThat(loop.run(() -> race(Timed.value(1, 1), Timed.untilCancelled(1, a -> Timed.failure(0, later)))))
                .isEqualTo(1);
    }

    @Test
    void aValueThatALoserGivesAllTheSameIsDropped() {
        assertThat(loop.run(() -> race(Timed.value(1, 1), Timed.untilCancelled(1, a -> done(2)))))
                .isEqualTo(1);
    }

    @Test
    void ofNoneIsRefused() {
        assertThatThrownBy(() -> loop.run(() -> race()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }

    @Test
    void ofOneIsThatOne() {
        assertThat(loop.run(() -> race(Timed.value(1, 1)))).isEqualTo(1);
    }

    @Test
    void ofThoseThatAreDoneTheFirstNamedWins() {
        IOException failure = new IOException("already");
        assertThat(loop.run(() -> race(new Completer<>(), done(2), done(3)))).isEqualTo(2);
        assertThatThrownBy(() -> loop.run(() -> race(List.of(Task.failed(failure), done(3)))))
                .isSameAs(failure);
    }

    @Test
    void ofThoseThatEndInTheSameBatchTheFirstToEndWins() {
        Integer winner = loop.run(() -> {
            Completer<Integer> one = new Completer<>();
            Completer<Integer> two = new Completer<>();
            Task<Integer> race = race(one, two);
            two.complete(2);
            one.complete(1);
            return race;
        });

        assertThat(winner).isEqualTo(2);
    }

    @Test
    void whatOthersAwaitTooIsLeftAlone() {
        Integer kept = loop.run(() -> {
            Task<Integer> shared = Timed.value(5, 5);
            Task<Integer> other = PlusOne.of(shared);
            return Script.of(awaited -> race(shared, Timed.value(1, 1)), awaited -> {
                assertThat(awaited.<Integer>get()).isEqualTo(1);
                assertThat(shared.isDone()).isFalse();
                return other;
            });
        });

        assertThat(kept).isEqualTo(6);
    }

    @Test
    void theSameTaskTwiceIsAsOnce() {
        assertThat(loop.run(() -> {
                    Task<Integer> twice = Timed.value(1, 1);
                    return race(twice, twice);
                }))
                .isEqualTo(1);
        loop.run(() -> {
            Completer<Integer> twice = new Completer<>();
            return Script.of(awaited -> race(twice, Timed.value(1, 1), twice), awaited -> {
                assertThat(twice.isCancelled()).isTrue();
                return done();
            });
        });
    }

    @Test
    void cancellingItCancelsAllWhomNobodyElseAwaits() {
        loop.run(() -> {
            Task<Integer> one = Timed.untilCancelled(2);
            Completer<Integer> shared = new Completer<>();
            Task<Integer> other = PlusOne.of(shared);
            Task<Integer> race = race(one, shared);
            race.cancel();
            return Script.of(awaited -> race, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(one.isCancelled()).isTrue();
                assertThat(shared.isDone()).isFalse();
                shared.complete(1);
                return other;
            });
        });
    }
}
