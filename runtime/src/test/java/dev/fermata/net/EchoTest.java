package dev.fermata.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Completer;
import dev.fermata.Fermata;
import dev.fermata.Task;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@SuppressWarnings("NullAway") // a Void is null
class EchoTest {
    private static final int CONNECTIONS = 1_000;

    @Test
    void aThousandConnectionsAtOnceLoseNoByte() throws Exception {
        int echoed = Fermata.run(() -> {
            TcpListener listener = TcpListener.loopback(0);
            Task<Void> server = Fermata.spawn(() -> Echo.Server.on(listener));
            var allConnected = new Barrier(CONNECTIONS);
            List<Task<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                // Sizes from one byte to several times what the server reads at once.
                clients.add(talk(listener, Pair.bytes(1 + i * 17), allConnected));
            }
            return then(Fermata.gather(clients), counts -> {
                server.cancel();
                return Task.done(counts.stream().mapToInt(each -> each).sum());
            });
        });
        assertThat(echoed).isEqualTo(CONNECTIONS + 17 * CONNECTIONS * (CONNECTIONS - 1) / 2);
    }

    /** Sends the bytes once everybody is connected, reads as many, and gives their number if they are the same. */
    private static Task<Integer> talk(TcpListener listener, byte[] sent, Barrier allConnected) throws Exception {
        return then(
                TcpStream.connect(listener.localAddress()),
                stream -> then(allConnected.arrive(), go -> {
                    Task<Void> write = stream.write(ByteBuffer.wrap(sent));
                    var received = ByteBuffer.allocate(sent.length);
                    return then(
                            fill(stream, received),
                            full -> then(write, written -> {
                                stream.close();
                                return Task.done(Arrays.equals(received.array(), sent) ? sent.length : 0);
                            }));
                }));
    }

    private static Task<Void> fill(TcpStream stream, ByteBuffer buffer) throws Exception {
        return then(stream.read(buffer), count -> {
            assertThat(count).isPositive();
            return buffer.hasRemaining() ? fill(stream, buffer) : Task.done();
        });
    }

    private interface Step<T, R> {
        Task<R> apply(T value) throws Exception;
    }

    private static <T, R> Task<R> then(Task<T> task, Step<? super T, R> next) {
        CompletableFuture<R> result = task.toCompletableFuture().thenCompose(value -> {
            try {
                return next.apply(value).toCompletableFuture();
            } catch (Throwable failure) {
                return CompletableFuture.failedFuture(failure);
            }
        });
        return Task.from(result);
    }

    /** Opens when so many have arrived. */
    private static final class Barrier {
        private final Completer<Void> open = new Completer<>();
        private int missing;

        Barrier(int parties) {
            missing = parties;
        }

        Task<Void> arrive() {
            if (--missing == 0) {
                open.complete(null);
            }
            return open;
        }
    }
}
