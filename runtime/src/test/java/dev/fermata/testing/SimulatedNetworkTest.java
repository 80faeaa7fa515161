package dev.fermata.testing;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.Script;
import dev.fermata.Task;
import dev.fermata.net.TcpListener;
import dev.fermata.net.TcpStream;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each step runs on the loop until it is done, as in {@link EventLoop#run}. */
@Timeout(60)
@NullUnmarked // reads into buffers
class SimulatedNetworkTest {
    private static final InetSocketAddress HOST = new InetSocketAddress("10.0.0.1", 80);
    private static final Duration MILLI = Duration.ofMillis(1);

    private final VirtualTime time = new VirtualTime();
    private final SimulatedNetwork network = new SimulatedNetwork(time, 1);
    private final EventLoop loop = time.loop(FailureHandler.logging());

    private TcpStream client;
    private TcpStream server;

    @AfterEach
    void close() {
        loop.close();
    }

    private void connect() throws IOException {
        loop.<Void, IOException>run(() -> {
            TcpListener listener = TcpListener.bind(HOST);
            Task<TcpStream> accepting = listener.accept();
            return Script.of(
                    awaited -> TcpStream.connect(HOST),
                    awaited -> {
                        client = awaited.get();
                        return accepting;
                    },
                    awaited -> {
                        server = awaited.get();
                        return listener.closeAsync();
                    });
        });
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(TcpStream stream, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        int count = loop.run(() -> stream.read(buffer));
        return count < 0 ? "end" : new String(buffer.array(), 0, count, StandardCharsets.UTF_8);
    }

    @Test
    void bytesComeThroughInBothDirectionsAndTheEndAfterThem() throws IOException {
        connect();
        loop.run(() -> client.write(bytes("hello")));
        loop.run(() -> server.write(bytes("world")));
        loop.run(() -> client.shutdownOutput());

        assertThat(read(server, 10)).isEqualTo("hello");
        assertThat(read(server, 10)).isEqualTo("end");
        assertThat(read(client, 10)).isEqualTo("world");
        assertThat(client.remoteAddress()).isEqualTo(HOST);
        assertThat(server.localAddress()).isEqualTo(HOST);
        assertThat(server.remoteAddress()).isEqualTo(client.localAddress());
    }

    @Test
    void latencyTakesVirtualTimeOneWay() throws IOException {
        network.link(Link.perfect().withLatency(MILLI));
        connect();
        assertThat(time.elapsed()).as("there and back").isEqualTo(MILLI.multipliedBy(2));

        loop.run(() -> client.write(bytes("hello")));
        assertThat(read(server, 10)).isEqualTo("hello");
        assertThat(time.elapsed()).isEqualTo(MILLI.multipliedBy(3));
    }

    @Test
    void piecesComeInOrderAndAreNeverLarger() throws IOException {
        network.link(Link.perfect().withPieces(3).withLatency(Duration.ZERO, MILLI));
        connect();
        String sent = "abcdefghijklmnopqrstuvwxyz";
        loop.run(() -> client.write(bytes(sent)));
        loop.run(() -> client.shutdownOutput());

        StringBuilder received = new StringBuilder();
        for (String piece = read(server, 26); !piece.equals("end"); piece = read(server, 26)) {
            assertThat(piece).hasSizeBetween(1, 3);
            received.append(piece);
        }
        assertThat(received).hasToString(sent);
    }

    @Test
    void aWriterWaitsWhenTheReaderIsSlower() throws IOException {
        network.link(Link.perfect().withCapacity(4));
        connect();
        Task<Void> writing = loop.run(() -> done(client.write(bytes("123456"))));
        loop.run(() -> sleep(MILLI));
        assertThat(writing.isDone()).isFalse();

        assertThat(read(server, 4)).isEqualTo("1234");
        loop.run(() -> writing);
        assertThat(read(server, 4)).isEqualTo("56");
    }

    @Test
    void aConnectionIsResetAtAByte() throws IOException {
        network.link(HOST, Link.perfect().withResetAfter(3));
        connect();
        assertThatThrownBy(() -> loop.run(() -> client.write(bytes("123456"))))
                .isInstanceOf(IOException.class)
                .hasMessage("Connection reset");

        assertThat(read(server, 10)).isEqualTo("123");
        assertThatThrownBy(() -> read(server, 10)).hasMessage("Connection reset");
        assertThatThrownBy(() -> read(client, 10)).hasMessage("Connection reset");
    }

    @Test
    void whoWritesToAClosedPeerFails() throws IOException {
        connect();
        loop.run(() -> server.closeAsync());
        loop.run(() -> sleep(MILLI));

        assertThat(read(client, 10)).isEqualTo("end");
        assertThatThrownBy(() -> loop.run(() -> client.write(bytes("x"))))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }

    @Test
    void whereNobodyListensTheConnectionIsRefused() {
        assertThatThrownBy(() -> loop.run(() -> TcpStream.connect(HOST))).isInstanceOf(ConnectException.class);
        assertThat(network.open()).isZero();
    }

    @Test
    void anAddressIsBoundOnceAndAgainWhenItWasClosed() throws IOException {
        TcpListener first = loop.run(() -> done(TcpListener.bind(HOST)));
        assertThatThrownBy(() -> loop.run(() -> done(TcpListener.bind(HOST)))).isInstanceOf(BindException.class);

        loop.run(first::closeAsync);
        loop.run(() -> done(TcpListener.bind(HOST)));
    }

    @Test
    void aListenerOnAllAddressesIsReachedByAnyAndAFreePortIsFound() throws IOException {
        TcpListener listener = loop.run(() -> done(TcpListener.bind(new InetSocketAddress(0))));
        int port = listener.localAddress().getPort();
        assertThat(port).isPositive();

        loop.run(() -> TcpStream.connect(new InetSocketAddress("10.0.0.7", port)));
        assertThat(loop.run(listener::accept).localAddress()).isEqualTo(new InetSocketAddress("10.0.0.7", port));
    }

    @Test
    void aListenerThatIsClosedResetsWhoWaitsThere() throws IOException {
        TcpListener listener = loop.run(() -> done(TcpListener.bind(HOST, 1)));
        client = loop.run(() -> TcpStream.connect(HOST));
        assertThatThrownBy(() -> loop.run(() -> TcpStream.connect(HOST)))
                .as("no room in the backlog")
                .isInstanceOf(ConnectException.class);

        loop.run(listener::closeAsync);
        assertThatThrownBy(() -> read(client, 10)).hasMessage("Connection reset");
    }

    @Test
    void aCutNetworkDeliversNothingAndCatchesUpWhenItHeals() throws IOException {
        connect();
        network.cut();
        loop.run(() -> client.write(bytes("late")));
        Task<Integer> reading = loop.run(() -> done(server.read(ByteBuffer.allocate(10))));
        Task<TcpStream> connecting = loop.run(() -> done(TcpStream.connect(HOST)));
        loop.run(() -> sleep(Duration.ofHours(1)));
        assertThat(reading.isDone()).isFalse();
        assertThat(connecting.isDone()).isFalse();

        network.heal();
        assertThat(loop.run(() -> reading)).isEqualTo(4);
        assertThatThrownBy(() -> loop.run(() -> connecting)).isInstanceOf(ConnectException.class);
    }

    @Test
    void allConnectionsCanBeResetAtOnce() throws IOException {
        connect();
        network.resetAll();
        assertThatThrownBy(() -> read(server, 1)).hasMessage("Connection reset");
        assertThatThrownBy(() -> read(client, 1)).hasMessage("Connection reset");
    }

    @Test
    void whatIsOpenIsNamed() throws IOException {
        connect();
        assertThat(network.openSockets())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("socket from")
                .contains("to")
                .contains("10.0.0.1:80");

        loop.run(client::closeAsync);
        loop.run(server::closeAsync);
        assertThat(network.open()).isZero();
    }

    @Test
    void oneConnectionMayOvertakeAnotherAndTheSeedSaysWhich() throws IOException {
        assertThat(arrivals(1)).isEqualTo(arrivals(1)).hasSize(8);
        List<List<Integer>> orders = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            orders.add(arrivals(seed));
        }
        assertThat(orders).anySatisfy(order -> assertThat(order).isNotEqualTo(orders.get(0)));
    }

    /** Eight connections send a byte at the same time: the order in which they arrive. */
    private static List<Integer> arrivals(long seed) throws IOException {
        List<Integer> order = new ArrayList<>();
        VirtualTime time = new VirtualTime();
        new SimulatedNetwork(time, seed).link(Link.perfect().withLatency(Duration.ZERO, Duration.ofSeconds(1)));
        try (EventLoop loop = time.loop(FailureHandler.logging())) {
            TcpListener listener = loop.run(() -> done(TcpListener.bind(HOST)));
            List<TcpStream> clients = new ArrayList<>();
            List<TcpStream> servers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                clients.add(loop.run(() -> TcpStream.connect(HOST)));
                servers.add(loop.run(listener::accept));
            }
            loop.run(() -> {
                List<Task<Object>> readers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    int number = i;
                    readers.add(Script.of(awaited -> servers.get(number).read(ByteBuffer.allocate(1)), awaited -> {
                        order.add(number);
                        return null;
                    }));
                    clients.get(i).write(ByteBuffer.allocate(1));
                }
                return gather(readers);
            });
        }
        return order;
    }
}
