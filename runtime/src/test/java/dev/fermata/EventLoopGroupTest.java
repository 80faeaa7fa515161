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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void
final class EventLoopGroupTest {
    /** Each loop on a time of its own, which passes when nothing is left to run. */
    private static EventLoopGroup onVirtualTime(int size) {
        return new EventLoopGroup(size, () -> new VirtualTime().loop(FailureHandler.logging()));
    }

    private static Task<Thread> here() {
        return done(Thread.currentThread());
    }

    @Test
    void workIsPlacedInTurnOnThreadsOfItsOwn() {
        try (EventLoopGroup group = new EventLoopGroup(3)) {
            Set<Thread> threads = new HashSet<>();
            for (int i = 0; i < 6; i++) {
                threads.add(group.submit(EventLoopGroupTest::here).join());
            }

            assertThat(threads).hasSize(3).doesNotContain(Thread.currentThread());
            assertThat(threads).extracting(Thread::getName).allMatch(name -> name.startsWith("fermata-loop-"));
        }
    }

    @Test
    void workWithTheSameKeyIsPlacedOnTheSameLoop() {
        try (EventLoopGroup group = new EventLoopGroup(4)) {
            Set<Thread> one = new HashSet<>();
            Set<Thread> all = new HashSet<>();
            for (int i = 0; i < 16; i++) {
                one.add(group.submit("key", EventLoopGroupTest::here).join());
                all.add(group.submit(i, EventLoopGroupTest::here).join());
            }

            assertThat(one).hasSize(1);
            assertThat(all).hasSize(4);
        }
    }

    @Test
    void whoAwaitsWorkOfAnotherLoopIsResumedOnHisOwn() {
        Thread main = Thread.currentThread();
        try (EventLoopGroup group = new EventLoopGroup(2)) {
            List<Thread> threads = Fermata.run(() -> Script.of(
                    awaited -> gather(
                            group.spawn(() -> Timed.value(0, Thread.currentThread())),
                            group.spawn(EventLoopGroupTest::here)),
                    awaited -> {
                        assertThat(Thread.currentThread()).isSameAs(main);
                        return done(awaited.get());
                    }));

            assertThat(threads).doesNotHaveDuplicates().doesNotContain(main);
        }
    }

    @Test
    void workOfAGroupAwaitsWorkOfItsOtherLoops() {
        try (EventLoopGroup group = new EventLoopGroup(3)) {
            assertThat(group.submit(() -> countDown(group, 1000)).join()).isZero();
        }
    }

    /** Each step on the next loop. */
    private static Task<Integer> countDown(EventLoopGroup group, int from) {
        return from == 0 ? done(0) : group.spawn(() -> countDown(group, from - 1));
    }

    @Test
    void aFailureComesAsItIs() {
        IOException failure = new IOException("on another loop");
        try (EventLoopGroup group = new EventLoopGroup(1)) {
            assertThatThrownBy(() -> Fermata.run(() -> group.spawn(() -> {
                        throw failure;
                    })))
                    .isSameAs(failure);
            assertThatThrownBy(() -> group.submit(() -> Task.failed(failure)).join())
                    .hasCause(failure);
        }
    }

    @Test
    void cancellingTheTaskOrTheFutureCancelsTheWork() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch cancelled = new CountDownLatch(2);
        AsyncCallable<Integer, RuntimeException> work = () -> {
            Completer<Integer> never = new Completer<>();
            never.onCancel(cancelled::countDown);
            started.countDown();
            return never;
        };
        try (EventLoopGroup group = new EventLoopGroup(1)) {
            CompletableFuture<Integer> future = group.submit(work);
            Fermata.run(() -> {
                Task<Integer> task = group.spawn(work);
                started.await();
                task.cancel();
                return Script.of(awaited -> task, awaited -> {
                    assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                    return done();
                });
            });
            future.cancel(true);
            cancelled.await();
        }
    }

    @Test
    void shutDownItTakesNoMoreAndLetsWhatIsThereRunToItsEnd() throws Exception {
        EventLoopGroup group = new EventLoopGroup(2);
        CompletableFuture<Integer> left = new CompletableFuture<>();
        CompletableFuture<Integer> work = group.submit(() -> Script.of(awaited -> Task.from(left), awaited -> {
            int value = awaited.get();
            Task<Integer> further = spawn(() -> done(value + 1)); // what it starts by then is let run too
            return further;
        }));
        CompletableFuture<Integer> end = group.shutdown(Duration.ofDays(1));
        assertThatThrownBy(() -> group.submit(EventLoopGroupTest::here))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("was shut down");
        assertThat(end).isNotDone();
        left.complete(1);

        assertThat(work.join()).isEqualTo(2);
        assertThat(end.join()).isZero();
    }

    @Test
    void whatIsLeftWhenTheTimeIsOverIsCancelledWaitedForAndCounted() {
        EventLoopGroup group = onVirtualTime(2);
        List<String> trace = new ArrayList<>();
        CompletableFuture<Integer> work = group.submit(() -> Timed.untilCancelled(1, awaited -> {
            trace.add("cleaned up");
            throw new CancellationException();
        }));

        assertThat(group.shutdown(Duration.ofDays(1)).join()).isEqualTo(1);
        assertThat(trace).containsExactly("cleaned up");
        assertThat(work).isCancelled();
    }

    @Test
    void whoAwaitsTheLastTaskGoesOnBeforeTheLoopEnds() {
        EventLoopGroup group = onVirtualTime(1);
        List<Integer> trace = new ArrayList<>();
        CompletableFuture<?> work = group.submit(() -> {
            Task<Integer> last = spawn(() -> Timed.value(1, 7));
            return done(
                    Script.of(awaited -> last, awaited -> done(trace.add(awaited.get())))); // nobody awaits this one
        });
        group.shutdown(Duration.ofDays(1)).join();

        assertThat(work).isDone();
        assertThat(trace).containsExactly(7);
    }

    @Test
    void aSecondShutdownWithLessTimeCuts() {
        EventLoopGroup group = new EventLoopGroup(1);
        CompletableFuture<Object> work = group.submit(() -> new Completer<>());
        CompletableFuture<Integer> end = group.shutdown(Duration.ofDays(1));
        CompletableFuture<Integer> sooner = group.shutdown(Duration.ZERO);

        end.join();
        assertThat(sooner).isDone();
        assertThat(work).isCompletedExceptionally();
    }

    @Test
    void closingOnAThreadOfTheGroupIsRefused() {
        try (EventLoopGroup group = new EventLoopGroup(1)) {
            assertThatThrownBy(() -> group.submit(() -> {
                                group.close();
                                return done();
                            })
                            .join())
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("fermata-loop-1")
                    .hasMessageContaining("shutdown(...)");
        }
    }

    @Test
    void closingWhenInterruptedCancelsWhatIsLeft() {
        EventLoopGroup group = new EventLoopGroup(1);
        CompletableFuture<Object> work = group.submit(() -> new Completer<>());
        Thread.currentThread().interrupt();
        group.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(work).isCompletedExceptionally();
    }

    @Test
    void wrongUseIsTold() {
        assertThatThrownBy(() -> new EventLoopGroup(0)).isInstanceOf(IllegalArgumentException.class);
        try (EventLoopGroup group = new EventLoopGroup(1)) {
            assertThat(group.size()).isEqualTo(1);
            assertThatThrownBy(() -> group.spawn(EventLoopGroupTest::here))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no event loop runs on this thread");
            assertThatThrownBy(() -> group.shutdown(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whereALoopCannotBeMadeThoseBeforeAreClosed() {
        RuntimeException failure = new RuntimeException("no more");
        List<EventLoop> made = new ArrayList<>();

        assertThatThrownBy(() -> new EventLoopGroup(3, () -> {
                    if (made.size() == 2) {
                        throw failure;
                    }
                    made.add(new EventLoop());
                    return made.get(made.size() - 1);
                }))
                .isSameAs(failure);
        assertThat(made).hasSize(2);
        for (EventLoop each : made) {
            assertThatThrownBy(() -> each.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void aTaskThatInterruptsItsThreadEndsNoOtherOnThatLoop() {
        try (EventLoopGroup group = onVirtualTime(1)) {
            CompletableFuture<Integer> other =
                    group.submit(() -> Script.of(awaited -> sleep(Duration.ofDays(1)), awaited -> done(1)));
            group.submit(() -> {
                        Thread.currentThread().interrupt();
                        return done();
                    })
                    .join();

            assertThat(other.join()).isEqualTo(1);
            assertThat(group.submit(() -> done(2)).join()).isEqualTo(2);
        }
    }

    @Test
    void aLoopOfAGroupSleepsOnItsOwnClock() {
        try (EventLoopGroup group = onVirtualTime(1)) {
            assertThat(group.submit(() -> Script.of(awaited -> sleep(Duration.ofDays(1)), awaited -> done(1)))
                            .join())
                    .isEqualTo(1);
        }
    }
}
