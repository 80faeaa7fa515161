package dev.fermata.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Task;
import org.junit.jupiter.api.Test;

final class BarrierTest {
    @Test
    void theLastToArriveLetsAllGoOnEachWithItsPlace() {
        OnLoop.run(() -> {
            Barrier barrier = new Barrier(3);
            Task<Integer> first = barrier.arrive();
            Task<Integer> second = barrier.arrive();
            assertThat(first.isDone() || second.isDone()).isFalse();
            assertThat(barrier.waiting()).isEqualTo(2);
            assertThat(barrier.arrive().result()).isEqualTo(2);
            assertThat(first.result()).isEqualTo(0);
            assertThat(second.result()).isEqualTo(1);
        });
    }

    @Test
    void itIsAsNewAfterEachRound() {
        OnLoop.run(() -> {
            Barrier barrier = new Barrier(2);
            barrier.arrive();
            barrier.arrive();
            Task<Integer> first = barrier.arrive();
            assertThat(first.isDone()).isFalse();
            assertThat(barrier.arrive().result()).isEqualTo(1);
            assertThat(first.result()).isEqualTo(0);
        });
    }

    @Test
    void whoIsCancelledHasNotArrived() {
        OnLoop.run(() -> {
            Barrier barrier = new Barrier(3);
            barrier.arrive().cancel();
            Task<Integer> first = barrier.arrive();
            Task<Integer> second = barrier.arrive();
            assertThat(second.isDone()).isFalse();
            assertThat(barrier.arrive().result()).isEqualTo(2);
            assertThat(first.result()).isEqualTo(0);
        });
    }

    @Test
    void oneForOneNeverWaitsAndOneForNoneIsRefused() {
        OnLoop.run(() -> assertThat(new Barrier(1).arrive().result()).isEqualTo(0));
        assertThatThrownBy(() -> new Barrier(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
