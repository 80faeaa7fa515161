package dev.fermata;

import static dev.fermata.Fermata.anySuccessful;
import static dev.fermata.Fermata.done;
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

final class AnySuccessfulTest {
    private final IOException first = new IOException("first");
    private final IOException second = new IOException("second");
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
    void theFirstValueIsTheOutcomeWhateverFailedBeforeIt() {
        Integer value = loop.run(() ->
                anySuccessful(Timed.failure(1, first), Timed.value(3, 3), Timed.value(2, 2), Timed.failure(1, second)));

        assertThat(value).isEqualTo(2);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theOthersAreCancelledAndWaitedForAndWhatTheyFailWithIsReported() {
        expected.add(second);
        loop.run(() -> {
            Task<Integer> slow = Timed.untilCancelled(5, awaited -> Timed.failure(0, second));
            return Script.of(awaited -> anySuccessful(slow, Timed.value(1, 1)), awaited -> {
                assertThat(slow.isFailed()).isTrue();
                return done(awaited.get());
            });
        });

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whenAllFailTheFirstFailureSuppressesTheOthers() {
        assertThatThrownBy(() -> loop.run(() -> anySuccessful(Timed.failure(2, second), Timed.failure(1, first))))
                .isSameAs(first)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(second));
    }

    @Test
    void theSameFailureTwiceDoesNotSuppressItself() {
        assertThatThrownBy(() -> loop.run(() -> {
                    Task<Integer> twice = Timed.failure(1, first);
                    return anySuccessful(twice, twice);
                }))
                .isSameAs(first)
                .hasNoSuppressedExceptions();
    }

    @Test
    void ofNoneIsRefused() {
        assertThatThrownBy(() -> loop.run(() -> anySuccessful(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }

    @Test
    void ofOneIsThatOne() {
        assertThat(loop.run(() -> anySuccessful(Timed.value(1, 1)))).isEqualTo(1);
        assertThatThrownBy(() -> loop.run(() -> anySuccessful(Task.failed(first))))
                .isSameAs(first);
    }

    @Test
    void ofThoseThatAreDoneTheFirstValueWins() {
        assertThat(loop.run(() -> anySuccessful(new Completer<>(), Task.failed(first), done(2), done(3))))
                .isEqualTo(2);
    }

    @Test
    void oneThatSomebodyCancelsCountsAsFailed() {
        Integer value = loop.run(() -> {
            Completer<Integer> cancelled = new Completer<>();
            Task<Integer> any = anySuccessful(cancelled, Timed.value(1, 1));
            cancelled.cancel();
            return any;
        });

        assertThat(value).isEqualTo(1);
    }

    @Test
    void whatOthersAwaitTooIsLeftAlone() {
        Integer kept = loop.run(() -> {
            Task<Integer> shared = Timed.value(5, 5);
            Task<Integer> other = PlusOne.of(shared);
            return Script.of(awaited -> anySuccessful(shared, Timed.value(1, 1)), awaited -> other);
        });

        assertThat(kept).isEqualTo(6);
    }

    @Test
    void cancelledAfterAFailureItEndsCancelledOnceItsChildrenHaveEnded() {
        loop.run(() -> {
            Task<Integer> slow = Timed.untilCancelled(2);
            Task<Integer> any = anySuccessful(Task.failed(first), slow);
            any.cancel();
            return Script.of(awaited -> any, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(slow.isDone()).isTrue();
                return done();
            });
        });
    }
}
