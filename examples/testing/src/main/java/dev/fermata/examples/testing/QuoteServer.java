package dev.fermata.examples.testing;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.net.TcpListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers one connection after the other. */
final class QuoteServer {
    private QuoteServer() {}

    @Async
    static Task<Void> serve(TcpListener listener, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            try (var peer = await(listener.accept())) {
                var symbol = await(Quotes.readLine(peer));
                await(peer.write(StandardCharsets.UTF_8.encode(symbol + " 42\n")));
            } catch (IOException lost) {
                // The client will try again.
            }
        }
        await(listener.closeAsync());
        return done();
    }
}
