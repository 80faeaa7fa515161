package dev.fermata.testing;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Completer;
import dev.fermata.Fermata;
import dev.fermata.Script;
import dev.fermata.Task;
import dev.fermata.fs.AsyncFile;
import dev.fermata.net.TcpListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@NullUnmarked // completes tasks of Void
class TestLoopTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(200);

    @Test
    void aTestHasItsValueAndTimeIsVirtual() {
        String value = TestLoop.virtual()
                .run(test -> Script.of(awaited -> sleep(HOUR), awaited -> {
                    assertThat(test.time().elapsed()).isEqualTo(HOUR);
                    assertThat(test.loop().isRunningHere()).isTrue();
                    assertThat(test.seed()).isEmpty();
                    return done("value");
                }));
        assertThat(value).isEqualTo("value");
    }

    @Test
    void aFailureIsThrownAsItIs() {
        IOException failure = new IOException("broken");
        assertThatThrownBy(() -> TestLoop.virtual().run(test -> Task.failed(failure)))
                .isSameAs(failure);
        assertThatThrownBy(() -> TestLoop.virtual().run(test -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void aSeededFailureSaysHowToReplayIt() {
        IOException failure = new IOException("broken");
        assertThatThrownBy(() -> TestLoop.virtual().withSeed(42).run(test -> Task.failed(failure)))
                .isInstanceOf(AssertionError.class)
                .hasCause(failure)
                .hasMessageContaining("-Dfermata.test.seed=42")
                .hasMessageEndingWith("broken");
    }

    @Test
    void aHangShowsWhatWaits() {
        Throwable failure =
                catchThrowable(() -> TestLoop.virtual().withTimeout(SOON).run(test -> {
                    Task<Void> never = new Completer<Void>().task();
                    return Script.of(awaited -> never);
                }));
        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has not ended within 200 ms")
                .hasMessageContaining("Script.run\n└─ a Completer");
    }

    @Test
    void aHangInABlockedThreadShowsItsStack() {
        assertThatThrownBy(() -> TestLoop.real().withTimeout(SOON).run(test -> {
                    new CountDownLatch(1).await();
                    return done();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("blocked or busy")
                .hasMessageContaining("CountDownLatch.await");
    }

    @Test
    void aTaskThatHasNotEndedIsALeak() {
        assertThatThrownBy(() -> TestLoop.virtual().run(test -> {
                    spawn(() -> Script.of(awaited -> sleep(HOUR)));
                    return done();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a task has not ended:\n  Script.run\n  └─ a sleep of PT1H");
        TestLoop.virtual().withoutLeakChecks().run(test -> {
            spawn(() -> Script.of(awaited -> sleep(HOUR)));
            return done();
        });
    }

    @Test
    void aTaskThatIsEndingIsNone() {
        TestLoop.virtual().run(test -> {
            Task<Void> cancelled = spawn(() -> Script.of(awaited -> sleep(HOUR), awaited -> {
                try {
                    return awaited.get();
                } finally {
                    Fermata.checkpoint();
                }
            }));
            return Script.of(awaited -> Fermata.checkpoint(), awaited -> {
                cancelled.cancel();
                return null;
            });
        });
    }

    @Test
    void aSleepThatNobodyAwaitsIsALeak() {
        assertThatThrownBy(() -> TestLoop.virtual().run(test -> {
                    sleep(HOUR);
                    return done();
                }))
                .hasMessageContaining("1 sleeps have not ended, which nobody awaits");
    }

    @Test
    void aSocketThatIsOpenIsALeakInRealityToo() throws IOException {
        for (TestLoop loop : List.of(TestLoop.virtual(), TestLoop.real())) {
            assertThatThrownBy(() -> loop.run(test -> {
                        TcpListener.loopback(0);
                        return done();
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("left open: ");
            loop.run(test -> TcpListener.loopback(0).closeAsync());
        }
    }

    @Test
    void aFileThatIsOpenIsALeak(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("note.txt"), "text");
        assertThatThrownBy(() -> TestLoop.virtual().run(test -> AsyncFile.open(file)))
                .hasMessageContaining("left open: file " + file);
        TestLoop.virtual()
                .run(test -> Script.of(
                        awaited -> AsyncFile.open(file),
                        awaited -> awaited.<AsyncFile>get().closeAsync()));
    }

    @Test
    void aFailureThatNobodyAwaitsIsALeak() {
        IOException failure = new IOException("lost");
        assertThatThrownBy(() -> TestLoop.virtual().run(test -> {
                    spawn(() -> Task.failed(failure));
                    return done();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a failure that nobody awaited: java.io.IOException: lost")
                .hasSuppressedException(failure);
    }

    @Test
    void theSeedShufflesTasksThatAreReady() {
        List<List<Integer>> orders = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            orders.add(order(TestLoop.virtual().withSeed(seed)));
            assertThat(orders.get(orders.size() - 1))
                    .isEqualTo(order(TestLoop.virtual().withSeed(seed)));
        }
        assertThat(orders).doesNotHaveDuplicates();
        assertThat(order(TestLoop.virtual())).isSorted();
    }

    private static List<Integer> order(TestLoop loop) {
        List<Integer> order = new ArrayList<>();
        loop.run(test -> {
            List<Task<Void>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int number = i;
                all.add(spawn(() -> {
                    order.add(number);
                    return done();
                }));
            }
            return Fermata.gather(all);
        });
        return order;
    }

    @Test
    void inRealTimeNothingIsSimulated() {
        assertThatThrownBy(() -> TestLoop.real().run(test -> done(test.time())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("real time");
    }
}
