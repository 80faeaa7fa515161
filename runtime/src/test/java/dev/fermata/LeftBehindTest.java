package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.shield;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has not ended when the main task of a loop has. */
@NullUnmarked // completes tasks of Void
class LeftBehindTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final EventLoop loop = new VirtualTime().loop(new FailureHandler() {
        @Override
        public void report(String what, Throwable failure) {
            told.add(what);
        }

        @Override
        public void leftBehind(TaskTree tasks) {
            told.add(tasks.toString());
        }
    });

    @AfterEach
    void close() {
        loop.close();
    }

    /** Waits for what nobody will do, and takes a second to clean up. */
    private Task<Void> waiting(String name) {
        return Script.of(
                a -> new Completer<>(),
                Script.handler(a -> {
                    try {
                        return a.get();
                    } catch (CancellationException cancelled) {
                        trace.add(name + " cancelled");
                        return sleep(Duration.ofSeconds(1));
                    }
                }),
                Script.handler(a -> {
                    trace.add(name + " cleaned up");
                    return null;
                }));
    }

    /** Ends when all have run that is ready. */
    private static Task<Void> turns() {
        return Script.of(a -> checkpoint(), a -> checkpoint(), a -> checkpoint());
    }

    @Test
    void aCallThatWasDroppedIsNamedWithItsLineAndIsCancelledAndWaitedFor() {
        loop.run(() -> {
            Handing.over(waiting("dropped"), null);
            return turns();
        });

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).matches("(?s)Handing.over \\(Handing.java:\\d+\\)\n└─ Script.run\n   └─ a Completer\n");
        assertThat(trace).containsExactly("dropped cancelled", "dropped cleaned up");
    }

    @Test
    void aSpawnedTaskThatNobodyAwaitsIsNamedToo() {
        loop.run(() -> {
            spawn(() -> waiting("spawned"));
            return turns();
        });

        assertThat(told).containsExactly("Script.run\n└─ a Completer\n");
        assertThat(trace).containsExactly("spawned cancelled", "spawned cleaned up");
    }

    @Test
    void manyAreNamedUpToTwenty() {
        loop.run(() -> {
            for (int i = 0; i < 1_000; i++) {
                waiting("");
            }
            return turns();
        });

        assertThat(told).hasSize(1);
        assertThat(told.get(0).lines().toList()).hasSize(41).endsWith("and 980 more");
        assertThat(trace).hasSize(2_000);
    }

    @Test
    void whatWasCancelledIsWaitedForAndNotNamed() {
        loop.run(() -> {
            Task<Void> background = spawn(() -> waiting("spawned"));
            Task<Void> call = waiting("called");
            return Script.of(a -> checkpoint(), a -> checkpoint(), a -> {
                background.cancel();
                call.cancel();
                return done();
            });
        });

        assertThat(told).isEmpty();
        assertThat(trace).contains("spawned cleaned up", "called cleaned up");
    }

    @Test
    void whatHasEndedOrIsAwaitedByThenIsNoneOfThem() {
        loop.run(() -> {
            List<Task<Void>> calls = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                calls.add(Script.of(a -> sleep(Duration.ofSeconds(1))));
                Script.of(a -> checkpoint());
            }
            return Script.of(a -> gather(calls), a -> done());
        });

        assertThat(told).isEmpty();
        assertThat(loop.unawaited.all()).isEmpty();
    }

    @Test
    void aCallWhoseOnlyAwaiterWasCancelledIsFoundWhereItWasShielded() {
        loop.run(() -> {
            Task<Void> call = waiting("shielded");
            Task<Void> awaiting = Script.of(a -> shield(call));
            return Script.of(a -> checkpoint(), a -> {
                awaiting.cancel();
                return turns();
            });
        });

        assertThat(told).containsExactly("Script.run\n└─ a Completer\n");
        assertThat(trace).containsExactly("shielded cancelled", "shielded cleaned up");
    }

    @Test
    void whatIsLeftByWhatWasLeftIsEndedAsWell() {
        loop.run(() -> {
            Script.of(a -> new Completer<>(), Script.handler(a -> {
                waiting("left by a handler");
                return null;
            }));
            return turns();
        });

        assertThat(trace).containsExactly("left by a handler cancelled", "left by a handler cleaned up");
    }

    @Test
    void callsThatAreDroppedOneAfterTheOtherAreForgottenWhenTheyHaveEnded() {
        loop.run(() -> Script.of(a -> dropping(100_000)));

        assertThat(loop.unawaited.all()).isEmpty();
    }

    @Test
    void eachOfManyThatEndOneAfterTheOtherIsCancelledOnce() {
        loop.run(() -> {
            for (int i = 1; i <= 200; i++) {
                Stubborn.of(i);
            }
            return turns();
        });

        assertThat(Stubborn.requests).isLessThan(3 * 200);
    }

    /** Counts the requests to end, and ends some seconds after the first. */
    private static final class Stubborn extends Frame<Void> {
        static int requests;

        private final int seconds;

        private Stubborn(int seconds) {
            this.seconds = seconds;
        }

        static Task<Void> of(int seconds) {
            Stubborn call = new Stubborn(seconds);
            return call.suspend(new Completer<>(), 0);
        }

        @Override
        protected void resume() {
            if (state == 0) {
                suspendInHandler(sleep(Duration.ofSeconds(seconds)), 1);
            } else {
                complete(this, null);
            }
        }

        @Override
        Task<?> takeCancellation() {
            requests++;
            return super.takeCancellation();
        }
    }

    /** Drops so many calls, each of which ends after a turn; no more than a few are ever remembered. */
    private Task<Void> dropping(int calls) {
        Task<Void> last = done();
        for (int i = 0; i < calls; i++) {
            Task<Void> before = last;
            last = i % 100 == 0 ? Script.of(a -> before, a -> checkpoint()) : last;
            Script.of(a -> checkpoint());
        }
        return last;
    }
}
