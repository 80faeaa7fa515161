package dev.fermata;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.shield;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.sync.Channel;
import dev.fermata.sync.Select;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that are made on one loop and awaited on another. */
@NullUnmarked // completes tasks of Void
final class ForeignTest {
    private final EventLoopGroup group = new EventLoopGroup(2);

    @AfterEach
    void close() {
        group.close();
    }

    /** A task of the loop of this key. */
    private Completer<Integer> madeOn(int key) {
        return group.submit(key, () -> done(new Completer<Integer>())).join();
    }

    @Test
    void aTaskOfAnotherLoopIsAwaitedAndItsOutcomeComesOnOnesOwn() {
        Completer<Integer> task = madeOn(0);
        CompletableFuture<Thread> resumedOn =
                group.submit(1, () -> Script.of(awaited -> PlusOne.of(task), awaited -> done(Thread.currentThread())));
        CompletableFuture<Integer> value = group.submit(1, () -> PlusOne.of(task));
        task.complete(1);

        assertThat(value.join()).isEqualTo(2);
        assertThat(resumedOn.join())
                .isSameAs(group.submit(1, () -> done(Thread.currentThread())).join());
    }

    @Test
    void oneThatIsDoneIsReadyOnAnyLoop() {
        Completer<Integer> task = madeOn(0);
        IOException failure = new IOException("broken");
        group.submit(0, () -> done(task.complete(1))).join();
        Task<Integer> failed =
                group.submit(0, () -> done(Task.<Integer>failed(failure))).join();

        assertThat(Fermata.run(() -> PlusOne.of(task))).isEqualTo(2);
        assertThatThrownBy(() -> Fermata.run(() -> PlusOne.of(failed))).isSameAs(failure);
        assertThat(task.isDone()).isTrue();
        assertThat(task.result()).isEqualTo(1);
    }

    @Test
    void combinatorsWaitForTasksOfSeveralLoops() {
        Completer<Integer> one = madeOn(0);
        Completer<Integer> two = madeOn(1);

        List<Integer> values = Fermata.run(() -> {
            Task<List<Integer>> all = timeout(Duration.ofDays(1), gather(one, two, done(3)));
            two.complete(2);
            one.complete(1);
            return all;
        });

        assertThat(values).containsExactly(1, 2, 3);
    }

    @Test
    void itIsCancelledIfNobodyElseAwaitsIt() {
        Completer<Integer> task = madeOn(0);
        Fermata.run(() -> {
            Task<Integer> awaiting = PlusOne.of(task);
            awaiting.cancel();
            return Script.of(awaited -> awaiting, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });

        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void itIsLeftAloneIfOthersAwaitItThere() {
        Completer<Integer> task = madeOn(0);
        CompletableFuture<Integer> other = group.submit(0, () -> PlusOne.of(task));
        group.submit(0, () -> done()).join(); // by then the other one awaits it
        Fermata.run(() -> {
            Task<Integer> awaiting = PlusOne.of(task);
            awaiting.cancel();
            return Script.of(awaited -> awaiting, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });
        task.complete(1);

        assertThat(other.join()).isEqualTo(2);
    }

    @Test
    void cancellingATaskOfAnotherLoopDirectlyIsToldWithARemedy() {
        Completer<Integer> task = madeOn(0);
        assertThatThrownBy(task::cancel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fermata-loop-")
                .hasMessageContaining("EventLoop.execute(...)");
        task.complete(1);
    }

    @Test
    void aTaskWhoseLoopIsClosedMeanwhileFailsWhoAwaitsIt() {
        EventLoopGroup other = new EventLoopGroup(1);
        Completer<Integer> task =
                other.submit(() -> done(new Completer<Integer>())).join();

        assertThatThrownBy(() -> Fermata.run(() -> {
                    Task<Integer> awaiting = PlusOne.of(task);
                    other.close();
                    return awaiting;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed before");
        assertThatThrownBy(() -> Fermata.run(() -> PlusOne.of(task)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed: it would never be done");
    }

    @Test
    void aSelectionWhoseTaskCannotEndSinceItsLoopIsClosedFails() {
        EventLoopGroup other = new EventLoopGroup(1);
        Completer<Integer> task =
                other.submit(() -> done(new Completer<Integer>())).join();

        assertThatThrownBy(() -> Fermata.run(() -> {
                    Task<Integer> selection = Select.first(Select.onDone(task));
                    other.close();
                    return selection;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed before");
    }

    /** How many wait on the loop of key 0 for other loops: but for the one that asks. */
    private int visitors() {
        return group.submit(0, () -> done(EventLoop.current().visitors.size())).join() - 1;
    }

    @Test
    void whoLooksAwayLeavesNobodyWaitingOnTheOtherLoop() {
        Completer<Integer> task = madeOn(0);
        Fermata.run(() -> {
            Channel<Integer> channel = Channel.unbounded();
            for (int i = 0; i < 10; i++) {
                Task<Integer> selection = Select.first(Select.onDone(task), channel.receiving());
                channel.trySend(i);
                assertThat(selection.result()).isEqualTo(i);
                shield(task).cancel();
            }
            return sleep(Duration.ofNanos(1)); // that is when the shields end
        });

        assertThat(visitors()).isZero();
        assertThat(group.submit(0, () -> done(task.isUnawaited())).join()).isTrue();
    }

    @Test
    void whoLooksAwayFromWorkThatItPlacedThereMayAwaitItLater() {
        int value = Fermata.run(() -> {
            Completer<Integer> gate = madeOn(0);
            Task<Integer> work = group.spawn(0, () -> gate);
            Channel<Integer> channel = Channel.unbounded();
            Task<Integer> selection = Select.first(Select.onDone(work), channel.receiving());
            channel.trySend(2);
            gate.complete(1);
            return Script.of(
                    awaited -> selection,
                    awaited -> work,
                    awaited -> done(selection.result() + awaited.<Integer>get()));
        });

        assertThat(value).isEqualTo(3);
    }

    @Test
    void theTaskEndsAsItDoesWhenItHasEndedBeforeOneLooksAway() {
        Completer<Integer> task = madeOn(0);
        int value = Fermata.run(() -> {
            Channel<Integer> channel = Channel.unbounded();
            Task<Integer> selection = Select.first(Select.onDone(task), channel.receiving());
            task.complete(1);
            channel.trySend(2);
            return Script.of(awaited -> selection, awaited -> PlusOne.of(task));
        });

        assertThat(value).isEqualTo(2);
        assertThat(visitors()).isZero();
    }

    @Test
    void whatCannotBeCombinedLeavesNobodyWaiting() {
        Completer<Integer> foreign = madeOn(0);
        EventLoopGroup other = new EventLoopGroup(1);
        Completer<Integer> lost =
                other.submit(() -> done(new Completer<Integer>())).join();
        other.close();
        Fermata.run(() -> {
            Completer<Integer> own = new Completer<>();
            assertThatThrownBy(() -> gather(own, foreign, lost)).isInstanceOf(IllegalStateException.class);
            assertThat(own.isUnawaited()).isTrue();
            return done();
        });

        assertThat(visitors()).isZero();
        foreign.complete(1);
    }

    @Test
    void aFailureWhoseAwaiterIsGoneIsReportedOnTheThreadOfItsOwnLoop() {
        List<Thread> reporting = new CopyOnWriteArrayList<>();
        try (EventLoopGroup away = new EventLoopGroup(
                1, () -> new VirtualTime().loop((what, thrown) -> reporting.add(Thread.currentThread())))) {
            Completer<Integer> task =
                    away.submit(() -> done(new Completer<Integer>())).join();
            EventLoop home = new VirtualTime().loop(FailureHandler.logging());
            home.run(() -> {
                Select.first(Select.onDone(task));
                return done();
            });
            away.submit(() -> done(task.fail(new IOException("lost")))).join();
            away.submit(() -> done()).join(); // by then the outcome is on its way
            home.close();
        }

        assertThat(reporting).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void aFailureThatIsObservedOnAnotherThreadIsNotReported() throws InterruptedException {
        List<Throwable> reported = new CopyOnWriteArrayList<>();
        IOException failure = new IOException("broken");
        try (EventLoop loop = new VirtualTime().loop((what, thrown) -> reported.add(thrown))) {
            Task<Integer> failed = loop.run(() -> done(Task.<Integer>failed(failure)));
            Thread other = new Thread(failed::failure);
            other.start();
            other.join();
        }

        assertThat(reported).isEmpty();
    }
}
