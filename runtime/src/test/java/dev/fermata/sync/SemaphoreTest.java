package dev.fermata.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Task;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // closes what tryAcquire() gave
final class SemaphoreTest {
    @Test
    void asManyHoldAPermitAsThereAreAndTheOthersGetTheirsInTheOrderInWhichTheyCame() {
        OnLoop.run(() -> {
            Semaphore semaphore = new Semaphore(2);
            Held first = semaphore.acquire().result();
            Held second = semaphore.acquire().result();
            Task<Held> third = semaphore.acquire();
            Task<Held> fourth = semaphore.acquire();
            second.close();
            assertThat(third.isDone()).isTrue();
            assertThat(fourth.isDone()).isFalse();
            first.close();
            assertThat(fourth.isDone()).isTrue();
            assertThat(semaphore.available()).isZero();
        });
    }

    @Test
    void closingTwiceReleasesOnce() {
        OnLoop.run(() -> {
            Semaphore semaphore = new Semaphore(3);
            Held held = semaphore.acquire(2).result();
            semaphore.acquire().result();
            held.close();
            held.close();
            assertThat(semaphore.available()).isEqualTo(2);
        });
    }

    @Test
    void nobodyPassesWhoWaitsForMoreThanIsFree() {
        OnLoop.run(() -> {
            Semaphore semaphore = new Semaphore(3);
            Held one = semaphore.acquire(1).result();
            Task<Held> all = semaphore.acquire(3);
            Task<Held> small = semaphore.acquire(1);
            assertThat(all.isDone() || small.isDone()).isFalse();
            assertThat(semaphore.tryAcquire()).isNull();
            one.close();
            assertThat(all.isDone()).isTrue();
            assertThat(small.isDone()).isFalse();
            all.result().close();
            assertThat(small.isDone()).isTrue();
        });
    }

    @Test
    void whenWhoWaitsForManyIsCancelledThoseBehindItAreServed() {
        OnLoop.run(() -> {
            Semaphore semaphore = new Semaphore(3);
            semaphore.acquire(1).result();
            Task<Held> all = semaphore.acquire(3);
            Task<Held> second = semaphore.acquire(1);
            Task<Held> third = semaphore.acquire(1);
            Task<Held> fourth = semaphore.acquire(1);
            all.cancel();
            assertThat(all.isCancelled() && second.isDone() && third.isDone()).isTrue();
            assertThat(fourth.isDone()).isFalse();
        });
    }

    @Test
    void aCancelledWaiterTakesNoPermit() {
        OnLoop.run(() -> {
            Semaphore semaphore = new Semaphore(1);
            Held first = semaphore.tryAcquire();
            Task<Held> second = semaphore.acquire();
            second.cancel();
            first.close();
            assertThat(semaphore.available()).isEqualTo(1);
        });
    }

    @Test
    void whatCouldNeverBeDoneIsRefused() {
        OnLoop.run(() -> {
            Semaphore semaphore = new Semaphore(2);
            assertThatThrownBy(() -> semaphore.acquire(3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("acquire(3) of a Semaphore that has 2 permits: it would never be done");
            assertThatThrownBy(() -> semaphore.tryAcquire(0)).isInstanceOf(IllegalArgumentException.class);
        });
        assertThatThrownBy(() -> new Semaphore(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
