package dev.fermata.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Task;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** To change what the poller watches costs a system call: it is done as rarely as can be. */
@Timeout(60)
class PollerTrafficTest {
    private final LoopThread loop = new LoopThread();

    @AfterEach
    void close() throws Exception {
        loop.close();
    }

    @Test
    void readsThatWaitOneAfterTheOtherChangeTheInterestOnce() throws Exception {
        Pair pair = Pair.connect(loop);
        int before = loop.on(loop.poller::changes);
        for (int i = 0; i < 100; i++) {
            Task<Integer> read = loop.on(() -> pair.server().read(ByteBuffer.allocate(8)));
            assertThat(loop.on(read::isDone)).isFalse();
            loop.await(() -> pair.client().write(ByteBuffer.allocate(1)));
            loop.await(() -> read);
        }
        assertThat(loop.on(loop.poller::changes)).isEqualTo(before + 1);
    }

    @Test
    void bytesThatNobodyWaitsForAreReportedOnceAndThenFoundAtOnce() throws Exception {
        Pair pair = Pair.connect(loop);
        Task<Integer> read = loop.on(() -> pair.server().read(ByteBuffer.allocate(8)));
        loop.await(() -> pair.client().write(ByteBuffer.allocate(1)));
        loop.await(() -> read);
        assertThat(loop.on(loop.poller::interest)).isEqualTo(SelectionKey.OP_READ);

        loop.await(() -> pair.client().write(ByteBuffer.allocate(2)));
        while (loop.on(loop.poller::interest) != 0) {
            // Another poll, until one finds the bytes; each call on the loop has one before it.
        }
        assertThat(loop.on(() -> pair.server().read(ByteBuffer.allocate(8)).isDone()))
                .isTrue();
    }

    @Test
    void aWriteThatIsDoneLeavesNoInterest() throws Exception {
        Pair pair = Pair.connect(loop);
        Task<Void> write = loop.on(() -> Pair.fill(pair.server()));
        assertThat(loop.on(loop.poller::interest)).isEqualTo(SelectionKey.OP_WRITE);
        var buffer = ByteBuffer.allocate(1 << 20);
        while (!loop.on(write::isDone)) {
            loop.await(() -> pair.client().read(buffer.clear()));
        }
        assertThat(loop.on(loop.poller::interest) & SelectionKey.OP_WRITE).isZero();
    }
}
