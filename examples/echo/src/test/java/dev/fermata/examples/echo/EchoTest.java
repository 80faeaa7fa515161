package dev.fermata.examples.echo;

import static dev.fermata.Fermata.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EchoTest {
    private static final int CONNECTIONS = 1_000;
    private static final int ROUNDS = 3;

    /** More than the server's buffer, less than what a socket takes without being read. */
    private static final int BYTES = 10_000;

    @Test
    void holdsAThousandConnectionsAtOnceAndLosesNoByte() throws Exception {
        var server = new EchoServer();

        var received = run(() -> server.during(EchoTest::converseOnAll));

        assertThat(received).isEqualTo((long) CONNECTIONS * ROUNDS * BYTES);
        assertThat(server.peers()).isEqualTo(CONNECTIONS);
    }

    /** Opens all connections before it uses any, and in each round writes to all before it reads from any. */
    private static long converseOnAll(InetSocketAddress server) throws IOException {
        List<SocketChannel> connections = new ArrayList<>();
        try {
            for (var i = 0; i < CONNECTIONS; i++) {
                connections.add(SocketChannel.open(server));
            }
            var received = 0L;
            for (var round = 0; round < ROUNDS; round++) {
                for (var i = 0; i < CONNECTIONS; i++) {
                    write(connections.get(i), payload(round, i));
                }
                for (var i = 0; i < CONNECTIONS; i++) {
                    var reply = read(connections.get(i));
                    assertThat(reply).as("connection %d, round %d", i, round).isEqualTo(payload(round, i));
                    received += reply.length;
                }
            }
            for (var connection : connections) {
                connection.shutdownOutput();
                assertThat(connection.read(ByteBuffer.allocate(1)))
                        .as("nothing more comes")
                        .isEqualTo(-1);
            }
            return received;
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    /** Differs from connection to connection and from round to round. */
    private static byte[] payload(int round, int connection) {
        var bytes = new byte[BYTES];
        new Random(31L * connection + round).nextBytes(bytes);
        return bytes;
    }

    private static void write(SocketChannel connection, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            connection.write(buffer);
        }
    }

    private static byte[] read(SocketChannel connection) throws IOException {
        var buffer = ByteBuffer.allocate(BYTES);
        while (buffer.hasRemaining() && connection.read(buffer) >= 0) {
            // until all of it is there
        }
        return buffer.array();
    }
}
