package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.offload;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@NullUnmarked // completes tasks of Void
final class EventLoopTest {
    private final List<Object> trace = new ArrayList<>();

    private Task<Void> note(Object what) {
        return Script.of(awaited -> {
            trace.add(what);
            return null;
        });
    }

    @Test
    void runReturnsTheValueOrThrowsTheFailureItself() throws IOException {
        assertThat(Fermata.<String, IOException>run(() -> done("value"))).isEqualTo("value");

        IOException failure = new IOException("broken");
        assertThatThrownBy(() -> Fermata.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> Fermata.run(() -> Script.of(awaited -> checkpoint(), awaited -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void whatIsLeftOpenIsClosedWithTheLoopAlsoWhereOneFails() {
        EventLoop loop = new EventLoop();
        List<String> closed = new ArrayList<>();
        Closeable broken = () -> {
            throw new IOException("broken");
        };
        Closeable left = () -> closed.add("left");
        Closeable closedBefore = () -> closed.add("closed before");
        loop.run(() -> {
            loop.onClose(broken);
            loop.onClose(left);
            loop.onClose(left);
            loop.onClose(closedBefore);
            loop.forget(closedBefore);
            return done();
        });
        assertThat(closed).isEmpty();
        assertThatThrownBy(loop::close).hasRootCauseMessage("broken");
        assertThat(closed).containsExactly("left");
    }

    @Test
    void whatForgetsItselfAsItIsClosedOrFailsUncheckedKeepsNoOtherFromBeingClosed() {
        EventLoop loop = new EventLoop();
        List<String> closed = new ArrayList<>();
        loop.run(() -> {
            for (int i = 0; i < 10; i++) {
                loop.onClose(new Closeable() {
                    @Override
                    public void close() {
                        closed.add("closed");
                        loop.forget(this);
                        throw new IllegalStateException("broken");
                    }
                });
            }
            return done();
        });

        assertThatThrownBy(loop::close).hasMessage("broken");
        assertThat(closed).hasSize(10);
    }

    @Test
    void onlyOneLoopRunsOnAThreadAndNoneAfterwards() {
        Fermata.run(() -> {
            assertThatThrownBy(() -> Fermata.run(() -> done()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("runs on this thread already");
            return done();
        });

        assertThatThrownBy(EventLoop::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Fermata.run(...)");
    }

    @Test
    void spawnedWorkStartsAfterWhatIsReadyAndWhatBecomesReadyIsRunInThatOrder() {
        Fermata.run(() -> {
            spawn(() -> note("spawned first"));
            spawn(() -> note("spawned second"));
            trace.add("main");
            return Script.of(awaited -> checkpoint(), awaited -> note("main again"));
        });

        assertThat(trace).containsExactly("main", "spawned first", "spawned second", "main again");
    }

    @Test
    void sleepsEndInTheOrderOfTheirDeadlinesAndTakeNoTimeInVirtualTime() {
        VirtualTime time = new VirtualTime();
        try (EventLoop loop = time.loop(FailureHandler.logging())) {
            loop.run(() -> {
                for (int hours : new int[] {3, 1, 2, 1}) {
                    spawn(() -> Script.of(
                            awaited -> sleep(Duration.ofHours(hours)), awaited -> note(hours + "h " + time.elapsed())));
                }
                return sleep(Duration.ofHours(4));
            });
        }

        assertThat(trace).containsExactly("1h PT1H", "1h PT1H", "2h PT2H", "3h PT3H");
        assertThat(time.elapsed()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aSleepIsNeverTooShort() {
        Fermata.run(() -> {
            long start = System.nanoTime();
            return Script.of(awaited -> sleep(Duration.ofNanos(2_300_000)), awaited -> {
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_300_000);
                return done();
            });
        });
    }

    @Test
    void timersFireWhileOthersKeepTheLoopBusy() {
        AtomicLong nanos = new AtomicLong();
        try (EventLoop loop =
                new EventLoop(nanos::incrementAndGet, new VirtualTime(), ReadyOrder.fifo(), FailureHandler.logging())) {
            loop.run(() -> spin(sleep(Duration.ofNanos(100))));
        }
    }

    private static Task<Void> spin(Task<Void> until) {
        Script.Step[] steps = new Script.Step[1000];
        java.util.Arrays.fill(steps, (Script.Step) awaited -> checkpoint());
        steps[999] = awaited -> until.isDone() ? until : spin(until);
        return Script.of(steps);
    }

    @Test
    void aSeededOrderIsAnotherOneAndTheSameEachTime() {
        assertThat(orderOf(ReadyOrder.seeded(7))).isEqualTo(orderOf(ReadyOrder.seeded(7)));
        assertThat(orderOf(ReadyOrder.seeded(7)))
                .isNotEqualTo(orderOf(ReadyOrder.fifo()))
                .containsExactlyInAnyOrderElementsOf(orderOf(ReadyOrder.fifo()));
    }

    private List<Object> orderOf(ReadyOrder order) {
        trace.clear();
        VirtualTime time = new VirtualTime();
        try (EventLoop loop = new EventLoop(time, time, order, FailureHandler.logging())) {
            loop.run(() -> {
                for (int i = 0; i < 20; i++) {
                    int number = i;
                    spawn(() -> note(number));
                }
                return sleep(Duration.ofSeconds(1));
            });
        }
        return List.copyOf(trace);
    }

    @Test
    void anActionFromAnotherThreadWakesTheLoopAndRunsOnIt() {
        Thread main = Thread.currentThread();
        Thread ranOn = Fermata.run(() -> {
            EventLoop loop = EventLoop.current();
            Completer<Thread> completer = new Completer<>();
            new Thread(() -> loop.execute(() -> completer.complete(Thread.currentThread()))).start();
            return completer;
        });

        assertThat(ranOn).isSameAs(main);
    }

    @Test
    void whatAnActionThrowsIsReported() {
        List<Throwable> reported = new ArrayList<>();
        RuntimeException failure = new RuntimeException("in an action");
        try (EventLoop loop = new VirtualTime().loop((what, thrown) -> reported.add(thrown))) {
            loop.run(() -> {
                loop.execute(() -> {
                    throw failure;
                });
                return sleep(Duration.ofSeconds(1));
            });
        }

        assertThat(reported).containsExactly(failure);
    }

    @Test
    void messagesOfManyThreadsArriveCompleteAndEachThreadsInOrder() {
        int threads = 4;
        int each = 10_000;
        List<List<Integer>> received = new ArrayList<>();
        Fermata.run(() -> {
            EventLoop loop = EventLoop.current();
            Completer<Void> all = new Completer<>();
            for (int t = 0; t < threads; t++) {
                List<Integer> mine = new ArrayList<>();
                received.add(mine);
                new Thread(() -> {
                            for (int i = 0; i < each; i++) {
                                int number = i;
                                loop.execute(() -> {
                                    mine.add(number);
                                    if (received.stream().allMatch(list -> list.size() == each)) {
                                        all.complete(null);
                                    }
                                });
                            }
                        })
                        .start();
            }
            return all;
        });

        assertThat(received)
                .hasSize(threads)
                .allSatisfy(list -> assertThat(list).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void aClosedLoopRefusesWork() {
        EventLoop loop = new EventLoop();
        Completer<Integer> completer = loop.run(() -> done(new Completer<>()));
        loop.close();
        loop.close();

        assertThatThrownBy(() -> loop.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> loop.run(() -> done())).hasMessageContaining("closed");
        assertThat(CompletableFuture.supplyAsync(() -> completer.complete(1)).join())
                .isFalse();
    }

    @Test
    void aLoopThatRunsCannotBeClosed() {
        Fermata.run(() -> {
            assertThatThrownBy(() -> EventLoop.current().close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("runs");
            return done();
        });
    }

    @Test
    void aLoopBelongsToTheThreadThatRanItFirst() throws InterruptedException {
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            loop.run(() -> done());
            Thread stranger = new Thread(() -> {
                try {
                    loop.run(() -> done());
                } catch (IllegalStateException e) {
                    trace.add(e.getMessage());
                }
            });
            stranger.start();
            stranger.join();
            loop.run(() -> done());
        }

        assertThat(trace).singleElement().asString().contains("belongs to thread");
    }

    @Test
    void aTaskOfALoopThatHasEndedCannotBeAwaitedInTheNext() {
        Completer<Integer> stale = Fermata.run(() -> done(new Completer<>()));

        assertThatThrownBy(() -> Fermata.run(() -> PlusOne.of(stale)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not run any more");
        assertThatThrownBy(() -> Fermata.run(() -> Script.of(awaited -> checkpoint(), awaited -> stale)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not run any more");
        assertThatThrownBy(stale::cancel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not run any more");
    }

    @Test
    void aFailureMustNotBeNullAndThenNothingIsDecided() {
        int value = Fermata.run(() -> {
            Completer<Integer> completer = new Completer<>();
            assertThatThrownBy(() -> completer.fail(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("fail(null)");
            assertThatThrownBy(() -> Task.failed(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("failed(null)");
            assertThatThrownBy(() -> EventLoop.current().execute(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("execute(null)");
            assertThat(completer.complete(1)).isTrue();
            return completer;
        });

        assertThat(value).isEqualTo(1);
    }

    @Test
    void anActionForATaskThatIsCancelledAlreadyRunsAtOnceAndForOneThatIsDoneNever() {
        Fermata.run(() -> {
            Completer<Integer> cancelled = new Completer<>();
            cancelled.cancel();
            cancelled.onCancel(() -> trace.add("cancelled"));
            Completer<Integer> completed = new Completer<>();
            completed.complete(1);
            completed.onCancel(() -> trace.add("completed"));
            return done();
        });

        assertThat(trace).containsExactly("cancelled");
    }

    @Test
    void aCompleterTakesTheFirstOutcomeOnlyFromWhateverThread() throws InterruptedException {
        Integer value = Fermata.run(() -> {
            Completer<Integer> completer = new Completer<>();
            Thread other = new Thread(() -> {
                trace.add(completer.complete(1));
                trace.add(completer.fail(new IOException("too late")));
            });
            other.start();
            other.join();
            assertThat(completer.isDone())
                    .as("done, though the loop has not heard of it")
                    .isFalse();
            return completer;
        });

        assertThat(value).isEqualTo(1);
        assertThat(trace).containsExactly(true, false);
    }

    @Test
    void aRequestToCancelThatMeetsAnOutcomeOnItsWayIsDeliveredAtTheNextAwait() throws InterruptedException {
        Fermata.run(() -> {
            Completer<Integer> completer = new Completer<>();
            Task<Void> task = Script.of(
                    awaited -> completer,
                    awaited -> note("got " + awaited.get()),
                    awaited -> sleep(Duration.ofDays(1)),
                    awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        return note("cancelled");
                    });
            Thread other = new Thread(() -> completer.complete(1));
            other.start();
            other.join();
            task.cancel();
            return task;
        });

        assertThat(trace).containsExactly("got 1", "cancelled");
    }

    @Test
    void offloadedWorkRunsOnAnotherThreadAndItsOutcomeComesBack() throws Exception {
        Thread main = Thread.currentThread();
        Thread other = Fermata.run(() -> offload(Thread::currentThread));
        assertThat(other).isNotSameAs(main);

        IOException failure = new IOException("from another thread");
        assertThatThrownBy(() -> Fermata.run(() -> offload(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void cancellingOffloadedWorkInterruptsIt() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Fermata.run(() -> {
            Task<Void> work = offload(() -> {
                started.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return null;
            });
            started.await();
            work.cancel();
            assertThat(work.isCancelled()).isTrue();
            return done();
        });

        interrupted.await();
    }

    @Test
    void stagesAndTasksConvertBothWaysWithoutAWrapperAroundTheFailure() {
        IOException failure = new IOException("broken");
        CompletableFuture<Integer> seen = Fermata.run(() -> {
            CompletableFuture<Integer> stage = CompletableFuture.supplyAsync(() -> {
                throw new CompletionException(failure);
            });
            CompletableFuture<Integer> back =
                    Task.from(stage.thenApply(i -> (int) i)).toCompletableFuture();
            return Script.of(awaited -> Task.from(back), awaited -> {
                assertThatThrownBy(awaited::get).isSameAs(failure);
                return done(back);
            });
        });

        assertThatThrownBy(seen::join).hasCause(failure);
        assertThat(Task.done(1).toCompletableFuture()).isCompletedWithValue(1);
    }

    @Test
    void thePollerCallsTheHandlerOfAReadyChannelAsLongAsItIsInterested() throws IOException {
        Pipe pipe = Pipe.open();
        try (Pipe.SinkChannel sink = pipe.sink()) {
            Fermata.run(() -> {
                Completer<Void> read = new Completer<>();
                pipe.source().configureBlocking(false);
                ByteBuffer one = ByteBuffer.allocate(1);
                Poller.Registration[] registration = new Poller.Registration[1];
                registration[0] = EventLoop.current()
                        .poller()
                        .register(pipe.source(), SelectionKey.OP_READ, operations -> {
                            try {
                                pipe.source().read(one.clear());
                            } catch (IOException e) {
                                read.fail(e);
                            }
                            trace.add(one.get(0));
                            if (trace.size() == 2) {
                                registration[0].interest(0);
                                read.complete(null);
                            }
                        });
                sink.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                return Script.of(awaited -> read, awaited -> sleep(Duration.ofMillis(1)));
            });
            assertThat(trace).containsExactly((byte) 1, (byte) 2);
            assertThat(pipe.source().isOpen()).as("closed with the loop").isFalse();
        }
    }

    @Test
    void switchingBetweenTasksDoesNotEnterTheKernel() {
        VirtualTime time = new VirtualTime();
        try (EventLoop loop = time.loop(FailureHandler.logging())) {
            loop.run(() -> {
                Completer<Integer> first = new Completer<>();
                Task<Integer> task = first;
                for (int i = 0; i < 1000; i++) {
                    task = PlusOne.of(task);
                }
                first.complete(0);
                return task;
            });
            assertThat(loop.resumptions()).isGreaterThanOrEqualTo(1000);
            assertThat(loop.polls()).isLessThan(20);
            assertThat(loop.waits()).isZero();
        }
    }

    @Test
    void anUntransformedAwaitNamesItsCallerAndTheRemedy() {
        assertThatThrownBy(() -> Fermata.await(done()))
                .isInstanceOf(UntransformedAwaitError.class)
                .hasMessageContaining("EventLoopTest")
                .hasMessageContaining("fermata-processor");
    }

    @Test
    void aFutureIsCompletedAlthoughTheLoopIsClosedBefore() {
        List<CompletableFuture<Integer>> futures = new ArrayList<>();
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            loop.run(() -> {
                Completer<Integer> ended = new Completer<>();
                futures.add(ended.toCompletableFuture());
                futures.add(new Completer<Integer>().toCompletableFuture());
                ended.complete(1);
                return done();
            });
        }

        assertThat(futures.get(0)).isCompletedWithValue(1);
        assertThat(futures.get(1)).isCompletedExceptionally();
    }
}
