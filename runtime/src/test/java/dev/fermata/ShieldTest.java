package dev.fermata;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.shield;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShieldTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final List<Throwable> expected = new ArrayList<>();
    private final EventLoop loop = new VirtualTime().loop((what, failure) -> reported.add(failure));

    @AfterEach
    void onlyWhatIsExpectedIsReported() {
        loop.close();
        assertThat(reported).isEqualTo(expected);
    }

    @Test
    void theOutcomeIsThatOfTheTask() {
        IOException failure = new IOException("broken");
        assertThat(loop.run(() -> shield(Timed.value(1, 1)))).isEqualTo(1);
        assertThatThrownBy(() -> loop.run(() -> shield(Timed.failure(1, failure))))
                .isSameAs(failure);
        assertThat(loop.run(() -> {
                    Task<Integer> already = done(2);
                    assertThat(shield(already)).isSameAs(already);
                    return already;
                }))
                .isEqualTo(2);
    }

    @Test
    void whoAwaitsItCanBeCancelledAndTheTaskGoesOn() {
        Integer value = loop.run(() -> {
            Task<Integer> kept = Timed.value(5, 5);
            Task<Integer> awaiting = PlusOne.of(shield(kept));
            awaiting.cancel();
            return Script.of(awaited -> awaiting, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(kept.isDone()).isFalse();
                return kept;
            });
        });

        assertThat(value).isEqualTo(5);
    }

    @Test
    void aFailureThatComesAfterwardsIsReported() {
        IOException failure = new IOException("broken");
        expected.add(failure);
        loop.run(() -> {
            Task<Integer> awaiting = PlusOne.of(shield(Timed.failure(5, failure)));
            awaiting.cancel();
            return Script.of(awaited -> spawn(() -> awaiting), awaited -> Timed.value(10, 1));
        });
    }

    @Test
    void cancellingTheTaskItselfEndsBoth() {
        assertThatThrownBy(() -> loop.run(() -> {
                    Completer<Integer> task = new Completer<>();
                    Task<Integer> shield = shield(task);
                    task.cancel();
                    return shield;
                }))
                .isInstanceOf(CancellationException.class);
    }
}
