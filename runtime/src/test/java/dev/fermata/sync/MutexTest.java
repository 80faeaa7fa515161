package dev.fermata.sync;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.Script;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void, and closes what tryLock() gave
final class MutexTest {
    private final Mutex mutex = new Mutex();

    /** Locks, notes that, waits for {@code until}, unlocks. */
    private Task<Void> holding(Task<?> until, String name, List<String> trace) {
        Held[] held = new Held[1];
        return Script.of(
                awaited -> mutex.lock(),
                awaited -> {
                    held[0] = awaited.get();
                    trace.add(name);
                    return until;
                },
                awaited -> {
                    held[0].close();
                    awaited.get();
                    return done();
                });
    }

    @Test
    void aFreeOneIsLockedAtOnceAndUnlockedByClosing() {
        OnLoop.run(() -> {
            Held held = mutex.lock().result();
            assertThat(mutex.isLocked()).isTrue();
            held.close();
            assertThat(mutex.isLocked()).isFalse();
        });
    }

    @Test
    void thoseWhoWaitGetItInTheOrderInWhichTheyCame() {
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Held> second = mutex.lock();
            Task<Held> third = mutex.lock();
            assertThat(second.isDone() || third.isDone()).isFalse();
            first.close();
            assertThat(second.isDone()).isTrue();
            assertThat(third.isDone()).isFalse();
            second.result().close();
            assertThat(third.isDone()).isTrue();
        });
    }

    @Test
    void nobodyComesInBetweenUnlockingAndTheNextInTheQueue() {
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Held> second = mutex.lock();
            first.close();
            assertThat(mutex.tryLock()).isNull();
            assertThat(mutex.lock().isDone()).isFalse();
            assertThat(second.isDone()).isTrue();
        });
    }

    @Test
    void closingTwiceDoesNotUnlockWhatAnotherHasLocked() {
        OnLoop.run(() -> {
            Held first = mutex.tryLock();
            Task<Held> second = mutex.lock();
            Task<Held> third = mutex.lock();
            first.close();
            first.close();
            assertThat(second.isDone()).isTrue();
            assertThat(third.isDone()).isFalse();
        });
    }

    @Test
    void itIsUnlockedWithoutTheHeldTooWhichThenHasNoEffect() {
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Held> second = mutex.lock();
            Task<Held> third = mutex.lock();
            mutex.unlock();
            first.close();
            assertThat(second.isDone()).isTrue();
            assertThat(third.isDone()).isFalse();
        });
    }

    @Test
    void toUnlockAFreeOneIsRefused() {
        OnLoop.run(() -> {
            assertThatThrownBy(mutex::unlock)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the Mutex is not locked");
            mutex.lock().result().close();
            assertThatThrownBy(mutex::unlock).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void whoIsCancelledWhileItWaitsIsPassedOver() {
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Held> second = mutex.lock();
            Task<Held> third = mutex.lock();
            Task<Held> fourth = mutex.lock();
            assertThat(third.cancel()).isTrue();
            assertThat(second.cancel()).isTrue();
            assertThat(second.isCancelled() && third.isCancelled()).isTrue();
            first.close();
            assertThat(fourth.isDone()).isTrue();
            fourth.result().close();
            assertThat(mutex.isLocked()).isFalse();
        });
    }

    @Test
    void whoIsCancelledAfterItWasGrantedAndBeforeItGoesOnHoldsItAndIsCancelledAtItsNextAwait() {
        List<String> trace = new ArrayList<>();
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Void> second = holding(new Completer<>(), "second", trace);
            Task<Void> third = holding(done(), "third", trace);
            first.close();
            second.cancel();
            return Script.of(awaited -> third, awaited -> {
                assertThat(second.isCancelled()).isTrue();
                assertThat(mutex.isLocked()).isFalse();
                return done();
            });
        });

        assertThat(trace).containsExactly("second", "third");
    }

    @Test
    void aMethodThatEndsWithTheTaskOfLockingHandsOnWhatWasGrantedAlsoWhereItIsCancelledThen() {
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Held> forwarded = Script.of(awaited -> checkpoint(), awaited -> mutex.lock());
            Task<Held> outer = Script.of(awaited -> forwarded, awaited -> done(awaited.<Held>get()));
            return Script.of(
                    awaited -> checkpoint(),
                    awaited -> checkpoint(),
                    awaited -> {
                        first.close();
                        outer.cancel();
                        return outer;
                    },
                    awaited -> {
                        awaited.<Held>get().close();
                        assertThat(mutex.isLocked()).isFalse();
                        return done();
                    });
        });
    }

    @Test
    void cancellingAMethodThatEndsWithTheTaskOfLockingTakesItOutOfTheQueue() {
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Held> forwarded = spawn(mutex::lock);
            return Script.of(
                    awaited -> checkpoint(),
                    awaited -> {
                        forwarded.cancel();
                        first.close();
                        assertThat(mutex.isLocked()).isFalse();
                        return checkpoint();
                    },
                    awaited -> {
                        assertThat(forwarded.isCancelled()).isTrue();
                        return done();
                    });
        });
    }

    @Test
    void whatIsGatheredIsEitherGrantedAndInItsTaskOrCancelledAndTakenOut() {
        OnLoop.run(() -> {
            Mutex other = new Mutex();
            Held first = mutex.lock().result();
            other.lock();
            Task<Held> granted = mutex.lock();
            Task<Held> waiting = other.lock();
            Task<List<Held>> both = gather(granted, waiting);
            first.close();
            both.cancel();
            return Script.of(awaited -> both, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(waiting.isCancelled()).isTrue();
                granted.result().close();
                assertThat(mutex.isLocked()).isFalse();
                other.unlock();
                assertThat(other.isLocked()).isFalse();
                return done();
            });
        });
    }

    @Test
    void oneTaskThatTwoAwaitIsLeftInTheQueueUntilBothAreCancelled() {
        List<String> trace = new ArrayList<>();
        OnLoop.run(() -> {
            Held first = mutex.lock().result();
            Task<Held> shared = mutex.lock();
            Task<Void> one = Script.of(awaited -> shared, awaited -> done());
            Task<Void> two = Script.of(awaited -> shared, awaited -> done());
            one.cancel();
            assertThat(shared.isDone()).isFalse();
            two.cancel();
            assertThat(shared.isCancelled()).isTrue();
            first.close();
            assertThat(mutex.isLocked()).isFalse();
            assertThat(trace).isEmpty();
        });
    }

    @Test
    void itIsMadeAnywhereAndBelongsToTheLoopThatUsesItFirst() {
        assertThatThrownBy(mutex::tryLock)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no event loop");
        OnLoop.run(() -> mutex.lock().result());
        try (EventLoop other = new EventLoop()) {
            assertThatThrownBy(() -> other.run(mutex::lock))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the Mutex belongs to the event loop on which it was first used")
                    .hasMessageContaining("EventLoop.execute(...)");
        }
    }
}
