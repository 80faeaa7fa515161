package dev.fermata.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Task;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // closes what tryRead() gave
final class RwLockTest {
    private final RwLock lock = new RwLock();

    @Test
    void readersHoldItTogetherAndAWriterAlone() {
        OnLoop.run(() -> {
            Held first = lock.read().result();
            Held second = lock.tryRead();
            assertThat(lock.tryWrite()).isNull();
            Task<Held> writer = lock.write();
            first.close();
            assertThat(writer.isDone()).isFalse();
            second.close();
            assertThat(writer.isDone()).isTrue();
            assertThat(lock.tryRead()).isNull();
            assertThat(lock.tryWrite()).isNull();
            writer.result().close();
            assertThat(lock.tryWrite()).isNotNull();
        });
    }

    @Test
    void aReaderThatComesWhenAWriterWaitsWaitsBehindIt() {
        OnLoop.run(() -> {
            Held reader = lock.read().result();
            Task<Held> writer = lock.write();
            Task<Held> late = lock.read();
            assertThat(late.isDone()).isFalse();
            assertThat(lock.tryRead()).isNull();
            reader.close();
            assertThat(writer.isDone()).isTrue();
            assertThat(late.isDone()).isFalse();
            writer.result().close();
            assertThat(late.isDone()).isTrue();
        });
    }

    @Test
    void readersThatStandNextToEachOtherAreServedTogether() {
        OnLoop.run(() -> {
            Held writer = lock.write().result();
            Task<Held> one = lock.read();
            Task<Held> two = lock.read();
            Task<Held> next = lock.write();
            Task<Held> three = lock.read();
            writer.close();
            assertThat(one.isDone() && two.isDone()).isTrue();
            assertThat(next.isDone() || three.isDone()).isFalse();
            one.result().close();
            two.result().close();
            assertThat(next.isDone()).isTrue();
            assertThat(three.isDone()).isFalse();
        });
    }

    @Test
    void whenAWriterThatWaitsIsCancelledTheReadersBehindItJoinThoseInFront() {
        OnLoop.run(() -> {
            lock.read().result();
            Task<Held> writer = lock.write();
            Task<Held> reader = lock.read();
            Task<Held> last = lock.write();
            writer.cancel();
            assertThat(writer.isCancelled() && reader.isDone()).isTrue();
            assertThat(last.isDone()).isFalse();
        });
    }

    @Test
    void closingTwiceLetsGoOnce() {
        OnLoop.run(() -> {
            Held first = lock.read().result();
            lock.read().result();
            first.close();
            first.close();
            assertThat(lock.tryWrite()).isNull();
        });
    }
}
