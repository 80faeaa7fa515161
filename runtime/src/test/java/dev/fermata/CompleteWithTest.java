package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
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

final class CompleteWithTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));

    @AfterEach
    void nothingIsLost() {
        loop.close();
        assertThat(reported).isEmpty();
    }

    @Test
    void aCallThatNeverSuspendedReturnsTheTaskItself() {
        Task<Integer> task = done(1);

        assertThat(Handing.over(done(), task)).isSameAs(task);
    }

    @Test
    void aSuspendedCallEndsAsTheTaskDoesWhetherItIsDoneOrNot() {
        IOException failure = new IOException("broken");

        assertThat(loop.run(() -> Handing.over(checkpoint(), done(1)))).isEqualTo(1);
        assertThat(loop.run(() -> Handing.over(checkpoint(), PlusOne.of(Script.of(a -> checkpoint(), a -> done(1))))))
                .isEqualTo(2);
        assertThatThrownBy(() -> loop.run(() -> Handing.over(checkpoint(), Task.failed(failure))))
                .isSameAs(failure);
        assertThatThrownBy(() ->
                        loop.run(() -> Handing.over(checkpoint(), Script.of(a -> sleep(Duration.ofSeconds(1)), a -> {
                            throw failure;
                        }))))
                .isSameAs(failure);
    }

    @Test
    void aChainOfAMillionHandsItsOutcomeOnInConstantStack() {
        Integer value = loop.run(() -> {
            Completer<Integer> first = new Completer<>();
            Task<Integer> task = first;
            for (int i = 0; i < 1_000_000; i++) {
                task = Handing.over(checkpoint(), task);
            }
            Task<Integer> last = task;
            return Script.of(awaited -> sleep(Duration.ofSeconds(1)), awaited -> {
                first.complete(1);
                return last;
            });
        });

        assertThat(value).isEqualTo(1);
    }

    @Test
    void toReturnNullInsteadOfATaskIsAFailure() {
        assertThatThrownBy(() -> loop.run(() -> Handing.over(done(), null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("returned null");
        assertThatThrownBy(() -> loop.run(() -> Handing.over(checkpoint(), null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("returned null");
    }

    /** {@code await(checkpoint()); return this call's own task;}. */
    private static final class Ouroboros extends Frame<Void> {
        static Task<Void> begin() {
            return new Ouroboros().suspend(checkpoint(), 1);
        }

        @Override
        protected void resume() {
            awaited();
            completeWith(this, this);
        }
    }

    @Test
    void aTaskThatIsToEndWithItselfFails() {
        assertThatThrownBy(() -> loop.run(Ouroboros::begin))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its own outcome");
    }

    @Test
    void cancellingACallThatHasEndedSoCancelsTheTaskThatItEndsWith() {
        loop.run(() -> {
            Completer<Integer> end = new Completer<>();
            Task<Integer> task = Handing.over(checkpoint(), end);
            return Script.of(awaited -> checkpoint(), awaited -> checkpoint(), awaited -> {
                task.cancel();
                assertThat(end.isCancelled()).isTrue();
                return Script.of(a -> spawn(() -> task), a -> {
                    assertThatThrownBy(a::get).isInstanceOf(CancellationException.class);
                    return done();
                });
            });
        });
    }

    @Test
    void cancellingItLeavesATaskThatOthersAwait() {
        loop.run(() -> {
            Completer<Integer> end = new Completer<>();
            Task<Integer> other = PlusOne.of(end);
            Task<Integer> task = Handing.over(checkpoint(), end);
            return Script.of(awaited -> checkpoint(), awaited -> checkpoint(), awaited -> {
                task.cancel();
                end.complete(1);
                return Script.of(a -> spawn(() -> task), a -> {
                    assertThatThrownBy(a::get).isInstanceOf(CancellationException.class);
                    return other;
                });
            });
        });
    }
}
