package dev.fermata.examples.testing;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.net.TcpStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a server for quotes, one connection each: a line there, a line back. Tries again after a minute. */
final class Quotes {
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final InetSocketAddress server;

    Quotes(InetSocketAddress server) {
        this.server = server;
    }

    @Async
    Task<String> quote(String symbol) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return done(await(ask(symbol)));
            } catch (IOException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
            await(sleep(PAUSE));
        }
    }

    @Async
    private Task<String> ask(String symbol) throws IOException {
        try (var stream = await(TcpStream.connect(server))) {
            await(stream.write(StandardCharsets.UTF_8.encode(symbol + "\n")));
            return done(await(readLine(stream)));
        }
    }

    /** Reads up to the end of a line, which is taken off. */
    @Async
    static Task<String> readLine(TcpStream stream) throws IOException {
        var line = ByteBuffer.allocate(80);
        while (line.position() == 0 || line.get(line.position() - 1) != '\n') {
            if (await(stream.read(line)) < 0) {
                throw new EOFException("the connection ended within a line");
            }
        }
        return done(StandardCharsets.UTF_8.decode(line.flip()).toString().strip());
    }
}
