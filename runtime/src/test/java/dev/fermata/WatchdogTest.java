package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class WatchdogTest {
    private final List<String> reported = new ArrayList<>();
    private final Phases phases = phases();
    private final Watchdog watchdog = new Watchdog(
            Thread.currentThread(), phases, 100, (culprit, soFar, stack) -> reported.add(soFar.toNanos() + " ns"), 0);

    private static Phases phases() {
        VirtualTime time = new VirtualTime();
        EventLoop loop = time.loop(FailureHandler.logging());
        return new Phases(
                loop, new Inbox(), time, new Timers(), ReadyOrder.fifo(), new ReadyQueue(), time, loop.unobserved);
    }

    @Test
    void aLoopThatIsHeldUpIsReportedOnceWhileItLasts() {
        phases.beat(7);
        watchdog.look(1_000);
        watchdog.look(1_099);
        assertThat(reported).isEmpty();

        watchdog.look(1_100);
        watchdog.look(1_500);
        assertThat(reported).containsExactly("100 ns");
    }

    @Test
    void eachTimeIsReported() {
        phases.beat(7);
        watchdog.look(1_000);
        watchdog.look(2_000);
        phases.beat(8);
        watchdog.look(3_000);
        watchdog.look(3_099);
        watchdog.look(3_200);

        assertThat(reported).containsExactly("1000 ns", "200 ns");
    }

    @Test
    void aLoopThatGoesRoundOrWaitsForWorkIsNotReported() {
        for (int i = 0; i < 10; i++) {
            phases.beat(i);
            watchdog.look(1_000L * i);
        }
        phases.beat(Phases.WAITS);
        watchdog.look(20_000);
        watchdog.look(30_000);

        assertThat(reported).isEmpty();
    }

    @Test
    void theMethodThatBlocksIsNamedWhileItStillDoes() {
        CountDownLatch told = new CountDownLatch(1);
        List<StackTraceElement> culprits = new ArrayList<>();
        try (EventLoop loop = new EventLoop()) {
            loop.run(() -> {
                loop.watch(Duration.ofMillis(1), (culprit, soFar, stack) -> {
                    if (List.of(stack).toString().contains("blocks")) {
                        culprits.add(culprit);
                        told.countDown();
                    }
                });
                return Script.of(a -> checkpoint(), a -> blocks(told));
            });
        }

        assertThat(culprits.get(0).getClassName()).isEqualTo(Script.class.getName());
        assertThat(culprits.get(0).getMethodName()).isEqualTo("run");
    }

    private static Task<Void> blocks(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return done();
    }

    @Test
    void aLoopIsWatchedOnceAndForAPositiveTime() {
        try (EventLoop loop = new EventLoop()) {
            loop.run(() -> {
                assertThatThrownBy(() -> loop.watch(Duration.ZERO, StallHandler.logging()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("PT0S");
                loop.watch(Duration.ofDays(1), StallHandler.logging());
                assertThatThrownBy(() -> loop.watch(Duration.ofDays(1), StallHandler.logging()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("watched already");
                return done();
            });
        }
    }
}
