package dev.fermata.examples.echo;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.offload;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.net.TcpListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;

/** An echo server on a free port of this machine. Loop-confined. */
final class EchoServer {
    private final Echo echo = new Echo();

    /** Serves for as long as {@code clients} take, which run on a thread of their own; their result. */
    @Async
    <R> Task<R> during(Clients<R> clients) throws Exception {
        try (var listener = TcpListener.loopback(0)) {
            var accepting = accept(listener);
            var result = await(offload(() -> clients.visit(listener.localAddress())));
            await(listener.closeAsync());
            await(accepting);
            return done(result);
        }
    }

    /** Takes in peers, and serves each of them, until the listener is closed. */
    @Async
    private Task<Void> accept(TcpListener listener) throws IOException {
        try {
            while (true) {
                echo.serve(await(listener.accept()));
            }
        } catch (ClosedChannelException closed) {
            return done();
        }
    }

    int peers() {
        return echo.peers();
    }

    /** What talks to the server, by blocking calls. */
    @FunctionalInterface
    interface Clients<R> {
        R visit(InetSocketAddress server) throws Exception;
    }
}
