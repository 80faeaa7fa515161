package dev.fermata.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Task;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TcpStreamTest {
    private final LoopThread loop = new LoopThread();
    private TcpStream client;
    private TcpStream server;

    @BeforeEach
    void connect() throws Exception {
        Pair pair = Pair.connect(loop);
        client = pair.client();
        server = pair.server();
    }

    @AfterEach
    void close() throws Exception {
        loop.close();
        assertThat(loop.poller.open()).isZero();
        assertThat(loop.unobserved).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 127, 128, 4_096, 65_537, 1 << 20, (8 << 20) + 3})
    void bytesArriveAsTheyWereWritten(int size) throws Exception {
        byte[] sent = Pair.bytes(size);
        Task<Void> write = loop.on(() -> client.write(ByteBuffer.wrap(sent)));
        var received = ByteBuffer.allocate(size);
        while (received.hasRemaining()) {
            assertThat(loop.await(() -> server.read(received))).isPositive();
        }
        loop.await(() -> write);
        assertThat(received.array()).isEqualTo(sent);
    }

    @Test
    void aWriteLeavesNothingInItsBuffer() throws Exception {
        var direct = ByteBuffer.allocateDirect(1000).position(10).limit(900);
        loop.await(() -> client.write(direct));
        assertThat(direct.position()).isEqualTo(900);
        assertThat(direct.limit()).isEqualTo(900);
        loop.await(client::shutdownOutput);
        assertThat(Pair.readAll(loop, server, 64, 890)).hasSize(890);
    }

    @Test
    void aReadThatFindsBytesIsDoneAtOnce() throws Exception {
        loop.await(() -> client.write(ByteBuffer.wrap(Pair.bytes(200))));
        loop.await(() -> server.read(ByteBuffer.allocate(1))); // where one byte of them is, all are
        var buffer = ByteBuffer.allocate(150);
        assertThat(loop.on(() -> server.read(buffer).isDone())).isTrue();
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(loop.on(() -> server.read(buffer.clear()).result())).isEqualTo(49);
    }

    @Test
    void aReadIntoAFullBufferIsDoneWithZero() throws Exception {
        assertThat(loop.on(() -> server.read(ByteBuffer.allocate(0)).result())).isZero();
    }

    @Test
    void halfCloseEndsTheInputOfThePeerWhoGoesOnSending() throws Exception {
        loop.await(client::shutdownOutput);
        assertThat(loop.await(() -> server.read(ByteBuffer.allocate(8)))).isEqualTo(-1);
        assertThat(loop.await(() -> server.read(ByteBuffer.allocate(8)))).isEqualTo(-1);
        loop.await(() -> server.write(ByteBuffer.wrap(Pair.bytes(100))));
        loop.await(server::closeAsync);
        assertThat(Pair.readAll(loop, client, 64, 100)).isEqualTo(Pair.bytes(100));
    }

    @Test
    void halfCloseAgainHasNoEffectAndWritingAfterItFails() throws Exception {
        loop.await(client::shutdownOutput);
        loop.await(client::shutdownOutput);
        assertThatThrownBy(() -> loop.await(() -> client.write(ByteBuffer.allocate(1))))
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aWriteWaitsForASlowReaderAndLosesNothing() throws Exception {
        client.option(StandardSocketOptions.SO_SNDBUF, 64 << 10);
        server.option(StandardSocketOptions.SO_RCVBUF, 64 << 10);
        byte[] sent = Pair.bytes(8 << 20);
        var buffer = ByteBuffer.wrap(sent);
        Task<Void> write = loop.on(() -> client.write(buffer));
        assertThat(loop.on(write::isDone)).isFalse();
        assertThat(loop.on(buffer::remaining)).isPositive().isLessThan(sent.length);

        var received = ByteBuffer.allocate(sent.length);
        var piece = ByteBuffer.allocate(10_000);
        while (received.hasRemaining()) {
            loop.await(() -> server.read(piece));
            received.put(piece.flip());
            piece.clear();
        }
        loop.await(() -> write);
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(Arrays.equals(received.array(), sent)).isTrue();
    }

    @Test
    void aReadAndAWriteOfOneStreamGoSideBySide() throws Exception {
        var buffer = ByteBuffer.allocate(8);
        Task<Integer> read = loop.on(() -> server.read(buffer));
        Task<Void> write = loop.on(() -> Pair.fill(server));
        loop.await(() -> client.write(ByteBuffer.allocate(5)));
        assertThat(loop.await(() -> read)).isEqualTo(5);
        assertThat(loop.on(write::isDone)).isFalse();
        loop.cancel(write);
    }

    @Test
    void aConnectionThatIsRefusedFailsTheTaskAndLeavesNoSocket() throws Exception {
        TcpListener gone = loop.on(() -> TcpListener.loopback(0));
        loop.await(gone::closeAsync);
        long open = loop.on(loop.poller::open);
        assertThatThrownBy(() -> loop.await(() -> TcpStream.connect(gone.localAddress())))
                .isInstanceOf(ConnectException.class);
        assertThat(loop.on(loop.poller::open)).isEqualTo(open);
        assertThat(loop.on(loop.poller::registered)).isEqualTo(open);
    }

    @Test
    void anAddressThatWasNotLookedUpFailsTheTask() {
        assertThatThrownBy(() -> loop.await(() -> TcpStream.connect(InetSocketAddress.createUnresolved("there", 80))))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("there");
    }

    @Test
    void anAddressThatIsNotOfTcpIsMisuse() {
        assertThatThrownBy(() -> loop.on(() -> TcpStream.connect(UnixDomainSocketAddress.of("socket"))))
                .isInstanceOf(UnsupportedAddressTypeException.class);
    }

    @Test
    void aResetByThePeerFailsTheReadThatWaits() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        var peer = new Socket();
        peer.connect(listener.localAddress());
        TcpStream stream = loop.await(listener::accept);
        Task<Integer> read = loop.on(() -> stream.read(ByteBuffer.allocate(8)));
        reset(peer);
        assertThatThrownBy(() -> loop.await(() -> read))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aResetByThePeerFailsTheWriteThatWaits() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        var peer = new Socket();
        peer.connect(listener.localAddress());
        TcpStream stream = loop.await(listener::accept);
        Task<Void> write = loop.on(() -> Pair.fill(stream));
        reset(peer);
        assertThatThrownBy(() -> loop.await(() -> write))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ClosedChannelException.class);
        assertThat(loop.on(loop.poller::interest)).isZero();
    }

    @Test
    void closingFailsWhatIsInFlightAndSaysSo() throws Exception {
        Task<Integer> read = loop.on(() -> server.read(ByteBuffer.allocate(8)));
        Task<Void> write = loop.on(() -> Pair.fill(server));
        loop.await(server::closeAsync);
        for (Task<?> each : new Task<?>[] {read, write}) {
            assertThatThrownBy(() -> loop.await(() -> each))
                    .isInstanceOf(AsynchronousCloseException.class)
                    .hasMessageContaining("was closed by its own side")
                    .hasMessageContaining(String.valueOf(server.remoteAddress()));
        }
        assertThat(loop.on(loop.poller::registered)).isEqualTo(1); // the client's end
    }

    @Test
    void aClosedStreamFailsOperationsAndStillTellsItsAddresses() throws Exception {
        loop.await(server::closeAsync);
        loop.await(server::closeAsync);
        assertThatThrownBy(() -> loop.await(() -> server.read(ByteBuffer.allocate(8))))
                .isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> loop.await(() -> server.write(ByteBuffer.allocate(8))))
                .isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> loop.await(server::shutdownOutput)).isInstanceOf(ClosedChannelException.class);
        assertThat(server.remoteAddress()).isEqualTo(client.localAddress());
        assertThat(server.localAddress()).isEqualTo(client.remoteAddress());
        assertThat(server).asString().contains("closed");
    }

    @Test
    void aReadAfterOneThatEmptiedTheSocketFailsOnAClosedStreamToo() throws Exception {
        loop.await(() -> client.write(ByteBuffer.allocate(5)));
        loop.await(() -> server.read(ByteBuffer.allocate(8)));
        loop.await(server::closeAsync);
        assertThatThrownBy(() -> loop.await(() -> server.read(ByteBuffer.allocate(8))))
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void thePeerGetsWhatWasWrittenBeforeTheClose() throws Exception {
        loop.await(() -> client.write(ByteBuffer.wrap(Pair.bytes(50_000))));
        loop.await(client::closeAsync);
        assertThat(Pair.readAll(loop, server, 4096, 50_000)).isEqualTo(Pair.bytes(50_000));
    }

    @Test
    void aSecondReadInFlightIsMisuseAndTheFirstGoesOn() throws Exception {
        var buffer = ByteBuffer.allocate(8);
        Task<Integer> read = loop.on(() -> server.read(buffer));
        assertThatThrownBy(() -> loop.on(() -> server.read(ByteBuffer.allocate(8))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read")
                .hasMessageContaining("one at a time");
        loop.await(() -> client.write(ByteBuffer.allocate(3)));
        assertThat(loop.await(() -> read)).isEqualTo(3);
    }

    @Test
    void aSecondWriteInFlightIsMisuseAndSoIsTheEndOfOutput() throws Exception {
        Task<Void> write = loop.on(() -> Pair.fill(server));
        assertThatThrownBy(() -> loop.on(() -> server.write(ByteBuffer.allocate(8))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("write");
        assertThatThrownBy(() -> loop.on(server::shutdownOutput)).isInstanceOf(IllegalStateException.class);
        loop.cancel(write);
    }

    @Test
    void aReadOnlyBufferIsMisuse() {
        assertThatThrownBy(
                        () -> loop.on(() -> server.read(ByteBuffer.allocate(8).asReadOnlyBuffer())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void useOutsideTheLoopSaysWhichIsTheMatter() throws Exception {
        assertThatThrownBy(() -> server.read(ByteBuffer.allocate(8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no event loop runs on this thread");
        try (var other = new LoopThread()) {
            assertThatThrownBy(() -> other.on(() -> server.read(ByteBuffer.allocate(8))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another event loop");
            assertThatThrownBy(() -> other.on(server::closeAsync))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another event loop");
        }
    }

    @Test
    void smallWritesAreNotDelayedUnlessAsked() throws Exception {
        assertThat(client.option(StandardSocketOptions.TCP_NODELAY)).isTrue();
        assertThat(server.option(StandardSocketOptions.TCP_NODELAY)).isTrue();
        client.option(StandardSocketOptions.TCP_NODELAY, false);
        assertThat(client.option(StandardSocketOptions.TCP_NODELAY)).isFalse();
    }

    @Test
    void closingTheLoopClosesItsStreams() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        try (var peer = new Socket()) {
            peer.connect(listener.localAddress());
            loop.await(listener::accept);
            loop.close();
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0); // closes by a reset
        socket.close();
    }
}
