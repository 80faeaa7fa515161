package dev.fermata.examples.echo;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.net.TcpStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Sends back what each peer sends, until the peer has no more to say. Loop-confined. */
final class Echo {
    private final Map<SocketAddress, Integer> served = new HashMap<>();

    @Async
    Task<Void> serve(TcpStream peer) throws IOException {
        try (peer) {
            var buffer = ByteBuffer.allocate(4096);
            while (await(peer.read(buffer)) >= 0) {
                await(peer.write(buffer.flip()));
                buffer.clear();
                served.merge(peer.remoteAddress(), 1, Integer::sum);
            }
        }
        return done();
    }

    /** How many peers have been sent something back. */
    int peers() {
        return served.size();
    }
}
