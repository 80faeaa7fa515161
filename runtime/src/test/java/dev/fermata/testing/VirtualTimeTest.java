package dev.fermata.testing;

import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.offload;
import static dev.fermata.Fermata.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.BlockingCallable;
import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.ReadyOrder;
import dev.fermata.Script;
import dev.fermata.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@NullUnmarked // completes tasks of Void
class VirtualTimeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Object> trace = Collections.synchronizedList(new ArrayList<>());

    private static EventLoop loop(VirtualTime time) {
        return time.loop(FailureHandler.logging());
    }

    private Task<Void> noteAfter(Duration delay, Object what) {
        return Script.of(awaited -> sleep(delay), awaited -> {
            trace.add(what);
            return null;
        });
    }

    @Test
    void timeThatStandsPassesOnlyWhenItIsToldTo() {
        VirtualTime time = VirtualTime.standing();
        try (EventLoop loop = loop(time)) {
            loop.run(() -> {
                noteAfter(HOUR, "first");
                noteAfter(HOUR.multipliedBy(2), "second");
                return Script.of(
                        awaited -> {
                            trace.add(time.elapsed());
                            return time.advance(HOUR);
                        },
                        awaited -> {
                            trace.add(time.elapsed());
                            return time.advance(HOUR.multipliedBy(3));
                        });
            });
        }

        assertThat(trace).containsExactly(Duration.ZERO, "first", HOUR, "second");
        assertThat(time.elapsed()).isEqualTo(HOUR.multipliedBy(4));
        assertThatThrownBy(() -> time.advance(HOUR.negated())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWallClockGoesByTheTimeAndCanBeSet() {
        VirtualTime time = new VirtualTime();
        java.time.Clock clock = time.wallClock().withZone(ZoneId.of("Asia/Tokyo"));
        Instant start = clock.instant();
        Instant eve = Instant.parse("2024-12-31T23:30:00Z");
        try (EventLoop loop = loop(time)) {
            loop.run(() -> sleep(HOUR));
            assertThat(clock.instant()).isEqualTo(start.plus(HOUR));

            time.setWallClock(eve);
            loop.run(() -> sleep(HOUR));
        }

        assertThat(clock.instant()).isEqualTo(eve.plus(HOUR));
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(time.elapsed()).isEqualTo(HOUR.multipliedBy(2));
    }

    @Test
    void whatIsOffloadedIsDoneBeforeTimePasses() {
        VirtualTime time = new VirtualTime();
        try (EventLoop loop = loop(time)) {
            loop.run(() -> {
                noteAfter(Duration.ofNanos(1), "a nanosecond later");
                BlockingCallable<Object, RuntimeException> work = () -> {
                    Thread.onSpinWait();
                    trace.add("offloaded");
                    return Thread.currentThread();
                };
                return gather(offload(work), noteAfter(HOUR, "an hour later"));
            });
        }

        assertThat(trace).containsExactly("offloaded", "a nanosecond later", "an hour later");
    }

    @Test
    void offloadedWorkEndsInTheOrderInWhichItWasGiven() {
        VirtualTime time = new VirtualTime();
        List<Integer> expected = new ArrayList<>();
        try (EventLoop loop = loop(time)) {
            loop.run(() -> {
                List<Task<Integer>> all = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    int number = i;
                    expected.add(number);
                    all.add(offload(() -> {
                        trace.add(number);
                        return number;
                    }));
                }
                return gather(all);
            });
        }

        assertThat(trace).isEqualTo(expected);
    }

    @Test
    void anExecutorThatRefusesWorkFailsItsTaskOnly() {
        RejectedExecutionException refusal = new RejectedExecutionException("full");
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            Throwable failure = loop.run(() -> {
                Task<Integer> refused = offload(
                        work -> {
                            throw refusal;
                        },
                        () -> 1);
                return Script.<Throwable>of(awaited -> sleep(HOUR), awaited -> Task.done(refused.failure()));
            });

            assertThat(failure).isSameAs(refusal);
        }
    }

    @Test
    void offloadedWorkMayLetTimePass() {
        VirtualTime time = new VirtualTime();
        try (EventLoop loop = loop(time)) {
            loop.run(() -> gather(
                    offload(() -> {
                        time.pause(HOUR.multipliedBy(2));
                        trace.add("slow at " + time.elapsed());
                        return null;
                    }),
                    offload(() -> {
                        time.pause(HOUR);
                        trace.add("quick at " + time.elapsed());
                        return null;
                    }),
                    noteAfter(Duration.ofMinutes(90), "between")));
        }

        assertThat(trace).containsExactly("quick at PT1H", "between", "slow at PT2H");
        assertThatThrownBy(() -> time.pause(HOUR)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void workThatWaitsForTheLoopIsLeftToItself() {
        VirtualTime time = new VirtualTime();
        CountDownLatch released = new CountDownLatch(1);
        try (EventLoop loop = loop(time)) {
            String value = loop.run(() -> {
                Script.of(awaited -> sleep(HOUR), awaited -> {
                    released.countDown();
                    return null;
                });
                return offload(() -> {
                    released.await();
                    return "released";
                });
            });

            assertThat(value).isEqualTo("released");
            assertThat(time.elapsed()).isEqualTo(HOUR);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherAnother() {
        assertThat(ordered(7)).isEqualTo(ordered(7)).isNotEqualTo(ordered(8)).hasSize(20);
    }

    private List<Object> ordered(long seed) {
        trace.clear();
        VirtualTime time = new VirtualTime();
        try (EventLoop loop = time.loop(ReadyOrder.seeded(seed), FailureHandler.logging())) {
            loop.run(() -> {
                List<Task<Void>> all = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    all.add(noteAfter(HOUR, i));
                }
                return gather(all);
            });
        }
        return List.copyOf(trace);
    }

    @Test
    void channelsNeedASimulatedNetwork() {
        VirtualTime time = new VirtualTime();
        assertThatThrownBy(time::channels)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("SimulatedNetwork");
    }
}
