package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.testing.VirtualTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the JVM counts as allocated by this thread, divided by so many repetitions that what loading a class allocates
 * does not count. Object sizes are those of compressed references, the JVM's default.
 */
@NullUnmarked // completes tasks of Void
final class AllocationTest {
    private static final int TIMES = 100_000;

    @SuppressWarnings("UnusedVariable") // what is stored here is really allocated
    private static Object sink = done();

    private static long bytesPerRepetition(Allocated.Action repetitions) throws Exception {
        return Allocated.bytesBy(repetitions) / TIMES;
    }

    @Test
    void readyAwaitsAllocateNothing() throws Exception {
        Task<Integer> task = done(1);

        assertThat(bytesPerRepetition(() -> {
                    for (int i = 0; i < TIMES; i++) {
                        sink = Frame.isReady(task) ? Frame.<Integer>result(task) : null;
                    }
                }))
                .isZero();
    }

    @Test
    void aCallThatDoesNotSuspendAllocatesItsResultOnlyAndNoneForNull() throws Exception {
        assertThat(bytesPerRepetition(() -> {
                    for (int i = 0; i < TIMES; i++) {
                        sink = Frame.complete(null, "value");
                    }
                }))
                .isEqualTo(24);
        assertThat(bytesPerRepetition(() -> {
                    for (int i = 0; i < TIMES; i++) {
                        sink = Frame.complete(null, null);
                    }
                }))
                .isZero();
    }

    @Test
    void aSuspendedCallIsOneObject() throws Exception {
        List<Task<Integer>> tasks = new ArrayList<>(Collections.nCopies(TIMES, done(0)));
        Fermata.run(() -> {
            Completer<Integer> gate = new Completer<>();
            assertThat(bytesPerRepetition(() -> {
                        Task<Integer> before = gate;
                        for (int i = 0; i < TIMES; i++) {
                            before = PlusOne.of(before);
                            tasks.set(i, before);
                        }
                    }))
                    .isEqualTo(40);
            gate.complete(1);
            return tasks.get(TIMES - 1);
        });
    }

    @Test
    void aSuspendedCallThatNobodyAwaitsIsWrittenDownBesides() throws Exception {
        List<Task<Integer>> tasks = new ArrayList<>(Collections.nCopies(TIMES, done(0)));
        Fermata.run(() -> {
            Completer<Integer> gate = new Completer<>();
            assertThat(bytesPerRepetition(() -> {
                        for (int i = 0; i < TIMES; i++) {
                            tasks.set(i, PlusOne.of(gate));
                        }
                    }))
                    .isBetween(40L, 40L + 3 * 4);
            gate.complete(1);
            return gather(tasks);
        });
    }

    /** Awaits a checkpoint so many times. */
    private static final class Turns extends Frame<Void> {
        private int left;

        static Task<Void> of(int turns) {
            Turns frame = new Turns();
            frame.left = turns;
            return frame.suspend(checkpoint(), 1);
        }

        @Override
        protected void resume() {
            result(awaited());
            if (left-- > 0) {
                suspend(checkpoint(), 1);
            } else {
                complete(this, null);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void suspendingAndResumingAllocatesNothing(int tasks) throws Exception {
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            assertThat(bytesPerRepetition(() -> loop.run(() -> {
                        Task<Void> last = done();
                        for (int i = 0; i < tasks; i++) {
                            last = Turns.of(TIMES / tasks);
                        }
                        return last;
                    })))
                    .isZero();
        }
    }
}
