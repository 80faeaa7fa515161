package dev.fermata;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
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
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // passes null on purpose
final class GatherTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));

    @AfterEach
    void nothingIsLost() {
        loop.close();
        assertThat(reported).isEmpty();
    }

    private static Task<Integer> after(int seconds, int value) {
        return Script.of(awaited -> sleep(Duration.ofSeconds(seconds)), awaited -> done(value));
    }

    @Test
    void theValuesComeInTheOrderOfTheTasksAndInTheTimeOfTheLongest() {
        List<Integer> values = loop.run(() -> gather(after(3, 1), done(2), after(1, 3)));

        assertThat(values).containsExactly(1, 2, 3);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void noneAndOnlyDoneOnesAreDoneAtOnce() {
        loop.run(() -> {
            assertThat(gather().result()).isEmpty();
            assertThat(gather(List.of(done(1), done(2))).result()).containsExactly(1, 2);
            return done();
        });
    }

    @Test
    void aNullAmongThemIsRefused() {
        assertThatThrownBy(() -> loop.run(() -> gather(done(1), null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("gather(...)");
    }

    @Test
    void theFirstFailureCancelsTheOthersWaitsForThemAndIsThrown() {
        IOException first = new IOException("first");
        IllegalStateException later = new IllegalStateException("in a finally block");
        List<String> trace = new ArrayList<>();

        assertThatThrownBy(() -> loop.run(() -> gather(
                        Script.of(awaited -> sleep(Duration.ofSeconds(1)), awaited -> {
                            throw first;
                        }),
                        Script.of(
                                awaited -> sleep(Duration.ofHours(1)),
                                Script.handler(awaited -> {
                                    assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                                    return sleep(Duration.ofSeconds(1));
                                }),
                                awaited -> {
                                    trace.add("cleaned up");
                                    throw later;
                                }))))
                .isSameAs(first)
                .hasSuppressedException(later);

        assertThat(trace).containsExactly("cleaned up");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void oneThatHasFailedAlreadyCancelsTheOthers() {
        IOException failure = new IOException("already");

        assertThatThrownBy(() -> loop.run(() -> gather(after(5, 1), Task.failed(failure))))
                .isSameAs(failure);

        assertThat(time.elapsed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatOthersAwaitTooIsLeftAloneWhenAnotherFails() {
        IOException failure = new IOException("broken");

        Integer kept = loop.run(() -> {
            Task<Integer> shared = after(5, 1);
            Task<Integer> other = PlusOne.of(shared);
            Task<List<Integer>> all = gather(shared, Task.failed(failure));
            assertThat(all.failure()).isSameAs(failure);
            return other;
        });

        assertThat(kept).isEqualTo(2);
    }

    @Test
    void cancellingItCancelsTheChildren() {
        loop.run(() -> {
            Completer<Integer> one = new Completer<>();
            Completer<Integer> shared = new Completer<>();
            Task<Integer> other = PlusOne.of(shared);
            Task<List<Integer>> all = gather(one, shared);
            all.cancel();
            return Script.of(awaited -> spawn(() -> all), awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(one.isCancelled()).isTrue();
                assertThat(shared.isDone()).isFalse();
                shared.complete(1);
                return other;
            });
        });
    }

    @Test
    void cancellingOneOfOnlySharedTasksEndsItAndLeavesThem() {
        loop.run(() -> {
            Completer<Integer> shared = new Completer<>();
            Task<Integer> other = PlusOne.of(shared);
            Task<List<Integer>> all = gather(List.of(shared));
            all.cancel();
            return Script.of(awaited -> spawn(() -> all), awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                shared.complete(1);
                return other;
            });
        });
    }

    @Test
    void aThousandAreGatheredInOneBatch() {
        List<Integer> values = loop.run(() -> {
            Completer<Integer> gate = new Completer<>();
            List<Task<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                tasks.add(PlusOne.of(gate));
            }
            gate.complete(1);
            return gather(tasks);
        });

        assertThat(values).hasSize(1000).containsOnly(2);
    }
}
