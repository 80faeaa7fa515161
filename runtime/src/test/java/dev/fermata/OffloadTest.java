package dev.fermata;

import static dev.fermata.Fermata.compute;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.offload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // work without a value
final class OffloadTest {
    /** So that the second work has to wait for the first, on the same thread. */
    private final ThreadPoolExecutor oneThread = OffloadPool.bounded(1, "one-");

    @AfterEach
    void stop() {
        oneThread.shutdownNow();
    }

    @Test
    void computingUsesNoMoreThreadsThanThereAreCores() {
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicInteger running = new AtomicInteger();
        List<Integer> seen = Fermata.run(() -> {
            List<Task<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 20 * cores; i++) {
                work.add(compute(() -> {
                    int now = running.incrementAndGet();
                    Thread.onSpinWait();
                    running.decrementAndGet();
                    assertThat(Thread.currentThread().getName()).startsWith("fermata-compute-");
                    return now;
                }));
            }
            return gather(work);
        });

        assertThat(seen).allMatch(now -> now <= cores);
    }

    @Test
    void blockingWorkRunsOnAVirtualThreadWhereThereAreSome() throws Exception {
        boolean virtual = Fermata.run(() -> offload(() -> (boolean)
                (Runtime.version().feature() >= 21
                        ? Thread.class.getMethod("isVirtual").invoke(Thread.currentThread())
                        : true)));

        assertThat(virtual).isTrue();
    }

    @Test
    void workThatIsCancelledWhileItIsQueuedIsNotDone() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        List<String> trace = new ArrayList<>();
        Fermata.run(() -> {
            Task<Boolean> first = offload(oneThread, () -> {
                gate.await();
                return trace.add("first");
            });
            Task<Boolean> second = offload(oneThread, () -> trace.add("second"));
            Task<Boolean> third = offload(oneThread, () -> trace.add("third"));
            second.cancel();
            assertThat(second.isCancelled()).isTrue();
            gate.countDown();
            return gather(first, third);
        });

        assertThat(trace).containsExactly("first", "third");
    }

    @Test
    void workThatRunsIsInterruptedAndTheNextOneOnItsThreadIsNot() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Boolean leaked = Fermata.run(() -> {
            Task<Void> work = offload(oneThread, () -> {
                started.countDown();
                try {
                    never.await();
                    interrupted.complete(false);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // as one should: it must not reach the next work
                    interrupted.complete(true);
                }
                return null;
            });
            started.await();
            work.cancel();
            return offload(oneThread, Thread::interrupted);
        });

        assertThat(interrupted.join()).isTrue();
        assertThat(leaked).isFalse();
    }

    @Test
    void cancellationsThatMeetTheEndOfTheWorkInterruptNobodyElse() throws Exception {
        AtomicInteger leaked = new AtomicInteger();
        Fermata.run(() -> {
            for (int i = 0; i < 10_000; i++) {
                Task<Boolean> work = offload(oneThread, () -> true);
                offload(oneThread, () -> leaked.addAndGet(Thread.interrupted() ? 1 : 0));
                Thread.onSpinWait();
                work.cancel();
            }
            return offload(oneThread, () -> true); // behind all of them
        });

        assertThat(leaked).hasValue(0);
    }

    @Test
    void workThatHasFinishedCannotBeCancelledAndItsOutcomeIsThere() throws Exception {
        CountDownLatch finished = new CountDownLatch(1);
        String result = Fermata.run(() -> {
            Task<String> work = offload(oneThread, () -> "result");
            oneThread.execute(finished::countDown); // behind it, on the same thread
            finished.await();
            work.cancel(); // its outcome is in the inbox
            return work;
        });

        assertThat(result).isEqualTo("result");
    }

    @Test
    void closingTheLoopInterruptsWhatItHasOffloadedAndKeepsNothing() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        EventLoop loop = new EventLoop();
        loop.run(() -> {
            offload(() -> {
                started.countDown();
                try {
                    return never();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            });
            started.await();
            return done();
        });
        loop.close();
        interrupted.await();

        assertThat(loop.offloads.isEmpty()).isTrue();
    }

    private static boolean never() throws InterruptedException {
        new CountDownLatch(1).await();
        return false;
    }

    @Test
    void anExecutorThatRefusesFailsTheTask() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();

        assertThatThrownBy(() -> Fermata.run(() -> offload(closed, () -> 1)))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void anExecutorThatCannotStartAThreadFailsTheTaskAndLeavesNothingBehind() {
        Error noThread = new OutOfMemoryError("unable to create native thread");
        EventLoop loop = new EventLoop();
        try (loop) {
            assertThatThrownBy(() -> loop.run(() -> offload(
                            work -> {
                                throw noThread;
                            },
                            () -> 1)))
                    .isSameAs(noThread);
            assertThatThrownBy(() -> loop.run(() -> offload((Executor) null, () -> 1)))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("offload(null, ...)");
            assertThat(loop.offloads.isEmpty()).isTrue();
        }
    }

    @Test
    void aCallbackBecomesATask() {
        IOException failure = new IOException("broken");

        assertThat(Fermata.run(() -> Task.<Integer, RuntimeException>fromCallback(
                        completer -> oneThread.execute(() -> completer.complete(1)))))
                .isEqualTo(1);
        assertThatThrownBy(() -> Fermata.run(() -> Task.fromCallback(completer -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }
}
