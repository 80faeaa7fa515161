package dev.fermata.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Task;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is cancelled leaves no interest, no key and no descriptor behind, and what it waited on can be used again. */
@Timeout(60)
class CancellationTest {
    private final LoopThread loop = new LoopThread();

    @AfterEach
    void close() throws Exception {
        loop.close();
        assertThat(loop.unobserved).isEmpty();
    }

    @Test
    void aReadThatIsCancelledTakesNothingFromTheStream() throws Exception {
        Pair pair = Pair.connect(loop);
        var forgotten = ByteBuffer.allocate(8);
        Task<Integer> read = loop.on(() -> pair.server().read(forgotten));
        cancel(read);
        assertThat(loop.on(loop.poller::interest)).isZero();

        loop.await(() -> pair.client().write(ByteBuffer.wrap(Pair.bytes(5))));
        var buffer = ByteBuffer.allocate(8);
        assertThat(loop.await(() -> pair.server().read(buffer))).isEqualTo(5);
        assertThat(forgotten.position()).isZero();
    }

    @Test
    void aReadCanBeCancelledAndStartedAgainOverAndOver() throws Exception {
        Pair pair = Pair.connect(loop);
        for (int i = 0; i < 100; i++) {
            cancel(loop.on(() -> pair.server().read(ByteBuffer.allocate(8))));
        }
        Task<Integer> read = loop.on(() -> pair.server().read(ByteBuffer.allocate(8)));
        loop.await(() -> pair.client().write(ByteBuffer.allocate(1)));
        assertThat(loop.await(() -> read)).isEqualTo(1);
    }

    @Test
    void aWriteThatIsCancelledLeavesTheRestInItsBuffer() throws Exception {
        Pair pair = Pair.connect(loop);
        var buffer = ByteBuffer.allocate(64 << 20);
        Task<Void> write = loop.on(() -> pair.server().write(buffer));
        cancel(write);
        assertThat(loop.on(loop.poller::interest)).isZero();

        int written = loop.on(buffer::position);
        assertThat(written).isLessThan(buffer.limit());
        loop.await(pair.server()::closeAsync);
        assertThat(Pair.readAll(loop, pair.client(), 65_536, written)).hasSize(written);
    }

    @Test
    void anAcceptThatIsCancelledLeavesTheConnectionToTheNext() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        Task<TcpStream> accept = loop.on(listener::accept);
        cancel(accept);
        assertThat(loop.on(loop.poller::interest)).isZero();

        TcpStream client = loop.await(() -> TcpStream.connect(listener.localAddress()));
        TcpStream server = loop.await(listener::accept);
        assertThat(server.remoteAddress()).isEqualTo(client.localAddress());
    }

    @Test
    void aConnectThatIsCancelledClosesItsSocket() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.bind(loopbackAnyPort(), 1));
        // Where the backlog is full, the operating system leaves a request without an answer: the last one waits.
        Task<TcpStream> connect = loop.on(() -> TcpStream.connect(listener.localAddress()));
        for (int i = 0; i < 20; i++) {
            connect = loop.on(() -> TcpStream.connect(listener.localAddress()));
        }
        long open = loop.on(loop.poller::open);
        cancel(connect);

        assertThat(loop.on(loop.poller::open)).isEqualTo(open - 1);
        assertThat(loop.on(loop.poller::registered)).isEqualTo(open - 1);
    }

    @Test
    void closingAStreamEndsItsRegistration() throws Exception {
        Pair pair = Pair.connect(loop);
        assertThat(loop.on(loop.poller::registered)).isEqualTo(2);
        loop.await(pair.client()::closeAsync);
        loop.await(pair.server()::closeAsync);
        assertThat(loop.on(loop.poller::registered)).isZero();
    }

    private void cancel(Task<?> task) throws Exception {
        assertThat(loop.on(task::isDone)).isFalse();
        assertThat(loop.cancel(task)).isTrue();
        assertThatThrownBy(() -> loop.await(() -> task)).isInstanceOf(CancellationException.class);
    }

    private static InetSocketAddress loopbackAnyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
