package dev.fermata.sync;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Completer;
import dev.fermata.Script;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // steps of Void
final class ConditionTest {
    private final Mutex mutex = new Mutex();
    private final Condition condition = mutex.newCondition();

    private Task<Void> waiter() {
        return condition.awaitSignal(mutex.lock().result());
    }

    private void signal() {
        Held held = mutex.lock().result();
        condition.signal();
        held.close();
    }

    @Test
    void waitingGivesTheMutexAwayAndASignalBringsItBack() {
        OnLoop.run(() -> {
            Held held = mutex.lock().result();
            Task<Void> waiter = condition.awaitSignal(held);
            assertThat(mutex.isLocked()).isFalse();
            Held signaller = mutex.lock().result();
            condition.signal();
            assertThat(waiter.isDone()).isFalse();
            signaller.close();
            assertThat(waiter.isDone()).isTrue();
            assertThat(mutex.isLocked()).isTrue();
            held.close();
            assertThat(mutex.isLocked()).isFalse();
        });
    }

    @Test
    void aSignalWakesWhoHasWaitedLongestAndSignalAllTheOthersInTheirOrder() {
        OnLoop.run(() -> {
            Task<Void> first = waiter();
            Task<Void> second = waiter();
            Task<Void> third = waiter();
            signal();
            assertThat(first.isDone()).isTrue();
            assertThat(second.isDone() || third.isDone()).isFalse();
            condition.signalAll();
            mutex.unlock();
            assertThat(second.isDone()).isTrue();
            assertThat(third.isDone()).isFalse();
            mutex.unlock();
            assertThat(third.isDone()).isTrue();
        });
    }

    @Test
    void whoWasWokenQueuesUpBehindThoseThatWaitForTheMutexAlready() {
        OnLoop.run(() -> {
            Task<Void> waiter = waiter();
            Held signaller = mutex.lock().result();
            Task<Held> other = mutex.lock();
            condition.signal();
            signaller.close();
            assertThat(other.isDone()).isTrue();
            assertThat(waiter.isDone()).isFalse();
            other.result().close();
            assertThat(waiter.isDone()).isTrue();
        });
    }

    @Test
    void aSignalWhenNobodyWaitsIsGone() {
        OnLoop.run(() -> {
            signal();
            assertThat(waiter().isDone()).isFalse();
        });
    }

    @Test
    void aCancelledWaitEndsWithTheMutexLockedAndTakesNoSignal() {
        OnLoop.run(() -> {
            Held held = mutex.lock().result();
            Task<Void> cancelled = condition.awaitSignal(held);
            Task<Void> other = waiter();
            Held signaller = mutex.lock().result();
            cancelled.cancel();
            assertThat(cancelled.isDone()).isFalse();
            condition.signal();
            signaller.close();
            assertThat(cancelled.isCancelled()).isTrue();
            assertThat(other.isDone()).isFalse();
            held.close();
            assertThat(other.isDone()).isTrue();
        });
    }

    @Test
    void aWaitThatIsCancelledWhileTheMutexIsFreeEndsAtOnceAndHoldsIt() {
        OnLoop.run(() -> {
            Held held = mutex.lock().result();
            Task<Void> waiter = condition.awaitSignal(held);
            waiter.cancel();
            assertThat(waiter.isCancelled()).isTrue();
            assertThat(mutex.isLocked()).isTrue();
            held.close();
            assertThat(mutex.isLocked()).isFalse();
        });
    }

    @Test
    void cancellingTwiceIsAsCancellingOnce() {
        OnLoop.run(() -> {
            Task<Void> waiter = waiter();
            Held holder = mutex.lock().result();
            waiter.cancel();
            waiter.cancel();
            holder.close();
            assertThat(waiter.isCancelled()).isTrue();
            mutex.unlock();
            assertThat(mutex.isLocked()).isFalse();
        });
    }

    @Test
    void aMethodThatIsCancelledAfterItsSignalKeepsTheSignalAndIsCancelledAtItsNextAwait() {
        List<String> trace = new ArrayList<>();
        OnLoop.run(() -> {
            Held held = mutex.lock().result();
            Task<Void> method = Script.of(
                    awaited -> condition.awaitSignal(held),
                    awaited -> {
                        awaited.get();
                        trace.add("signalled");
                        return new Completer<>();
                    },
                    awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        held.close();
                        trace.add("cancelled");
                        return null;
                    });
            Held signaller = mutex.lock().result();
            condition.signal();
            method.cancel();
            signaller.close();
            return Script.of(awaited -> method, awaited -> checkpoint(), awaited -> {
                assertThat(mutex.isLocked()).isFalse();
                return done();
            });
        });

        assertThat(trace).containsExactly("signalled", "cancelled");
    }

    @Test
    void onlyWhoHoldsTheMutexMayWait() {
        OnLoop.run(() -> {
            Held stale = mutex.lock().result();
            stale.close();
            mutex.lock();
            assertThatThrownBy(() -> condition.awaitSignal(stale))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("does not hold the condition's Mutex");
        });
    }

    @Test
    void aSignalWithoutTheMutexIsRefused() {
        OnLoop.run(() -> {
            assertThatThrownBy(condition::signal)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the condition's Mutex is not locked");
            assertThatThrownBy(condition::signalAll).isInstanceOf(IllegalStateException.class);
        });
    }
}
