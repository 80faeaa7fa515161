package dev.fermata.sync;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Allocated;
import dev.fermata.AsyncIterator;
import dev.fermata.Task;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Object sizes are those of compressed references, the JVM's default. */
@NullUnmarked // closes what tryLock() gave
final class AllocationTest {
    private static final int TIMES = 100_000;

    @SuppressWarnings("UnusedVariable") // what is stored here is really allocated
    private static Object sink = done();

    private static long bytesPer(Supplier<?> operation) throws Exception {
        return Allocated.bytesBy(() -> {
                    for (int i = 0; i < TIMES; i++) {
                        sink = operation.get();
                    }
                })
                / TIMES;
    }

    @Test
    void aFreeLockCostsWhatIsClosedAndTheTaskThatHasIt() {
        OnLoop.run(() -> {
            Mutex mutex = new Mutex();
            assertThat(bytesPer(() -> {
                        Held held = mutex.tryLock();
                        held.close();
                        return held;
                    }))
                    .isEqualTo(16);
            assertThat(bytesPer(() -> {
                        Task<Held> locked = mutex.lock();
                        locked.result().close();
                        return locked;
                    }))
                    .isEqualTo(40);
        });
    }

    @Test
    void anOpenGateAChannelWithRoomAndASequenceWithItemsCostNothing() {
        OnLoop.run(() -> {
            Gate gate = Gate.opened();
            Channel<String> channel = Channel.bounded(1);
            AsyncIterator<String> items = channel.iterator();
            assertThat(bytesPer(gate::pass)).isZero();
            assertThat(bytesPer(() -> {
                        channel.send("item");
                        return items.advance();
                    }))
                    .isZero();
        });
    }

    @Test
    void whoWaitsIsOneObject() {
        OnLoop.run(() -> {
            Channel<String> channel = Channel.rendezvous();
            Mutex mutex = new Mutex();
            mutex.lock();
            assertThat(bytesPer(channel::receive)).isEqualTo(48);
            assertThat(bytesPer(mutex::lock)).isEqualTo(56);
        });
    }
}
