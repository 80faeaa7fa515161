package dev.fermata;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // awaits null on purpose
final class FrameTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final EventLoop loop = new VirtualTime().loop((what, failure) -> reported.add(failure));

    @AfterEach
    void nothingIsLost() {
        loop.close();
        assertThat(reported).isEmpty();
    }

    @Test
    void aCallWhoseAwaitIsReadyMakesNoFrame() {
        Task<Integer> task = PlusOne.of(done(1));

        assertThat(task).isInstanceOf(Completed.class);
        assertThat(task.result()).isEqualTo(2);
    }

    @Test
    void aCallIsHeldUntilWhatItAwaitsIsDoneAndThenGoesOnFromTheReadyQueue() {
        loop.run(() -> {
            Completer<Integer> term = new Completer<>();
            Task<Integer> task = PlusOne.of(term.task());
            term.complete(1);
            assertThat(task.isDone()).isFalse();
            return Script.of(awaited -> task, awaited -> {
                assertThat(awaited.<Integer>get()).isEqualTo(2);
                return done();
            });
        });
    }

    @Test
    void aChainOfAMillionCompletesInConstantStack() {
        Integer last = loop.run(() -> {
            Completer<Integer> first = new Completer<>();
            Task<Integer> task = first.task();
            for (int i = 0; i < 1_000_000; i++) {
                task = PlusOne.of(task);
            }
            first.complete(0);
            return task;
        });

        assertThat(last).isEqualTo(1_000_000);
    }

    @Test
    void waitersAreResumedInTheOrderInWhichTheyCame() {
        List<Integer> order = new ArrayList<>();
        loop.run(() -> {
            Completer<Integer> gate = new Completer<>();
            List<Task<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int number = i;
                tasks.add(Script.of(awaited -> gate, awaited -> {
                    order.add(number);
                    return done();
                }));
            }
            gate.complete(0);
            return tasks.get(4);
        });

        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aFailureIsThrownAtTheAwaitAsTheSameObject() {
        IOException failure = new IOException("broken");

        assertThatThrownBy(() -> loop.run(() -> {
                    Completer<Integer> term = new Completer<>();
                    Task<Integer> task = PlusOne.of(term);
                    term.fail(failure);
                    return task;
                }))
                .isSameAs(failure);
    }

    @Test
    void awaitingNullSaysSo() {
        assertThatThrownBy(() -> loop.run(() -> PlusOne.of(null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("await(null)");
    }

    @Test
    void aTaskThatAwaitsItselfFails() {
        AtomicReference<Task<?>> self = new AtomicReference<>();

        assertThatThrownBy(() -> loop.run(() -> {
                    self.set(Script.of(awaited -> Fermata.checkpoint(), awaited -> self.get()));
                    return self.get();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("awaits itself");
    }

    @Test
    void onAnotherThreadAPendingTaskCannotBeAwaited() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Completer<Integer> pending = loop.run(() -> done(new Completer<>()));

        Thread stranger = new Thread(
                () -> {
                    try {
                        PlusOne.of(pending);
                    } catch (IllegalStateException e) {
                        thrown.set(e);
                    }
                },
                "stranger");
        stranger.start();
        stranger.join();

        assertThat(thrown.get())
                .hasMessageContaining("no event loop runs on this thread (\"stranger\")")
                .cause()
                .hasMessageContaining("was used on thread \"stranger\"")
                .hasMessageContaining(Thread.currentThread().getName());
    }

    @Test
    void withoutALoopAFailureIsTheCauseOfAnExceptionThatSaysHowToStartOne() {
        IOException failure = new IOException("broken");

        assertThatThrownBy(() -> Script.of(awaited -> {
                    throw failure;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Fermata.run(...)")
                .hasCause(failure);
    }

    @Test
    void withoutALoopTheExceptionThatSaysSoIsNotWrappedInAnother() {
        assertThatThrownBy(() -> Script.of(awaited -> Fermata.sleep(java.time.Duration.ofSeconds(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause();
    }
}
