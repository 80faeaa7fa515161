package dev.fermata.examples.echo;

import static dev.fermata.Fermata.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server against a client that somebody else wrote: socat, in a process of its own. */
class RealClientTest {
    @TempDir
    Path folder;

    @Test
    void socatIsSentBackEveryByteAndSeesTheEnd() throws Exception {
        var sent = folder.resolve("sent");
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        Files.write(sent, bytes);

        var received = run(() -> new EchoServer().during(server -> pipeThroughSocat(server, sent)));

        assertThat(Files.mismatch(sent, received)).isEqualTo(-1);
    }

    /** Half-closes after the last byte, then goes on reading until the server closes. */
    private Path pipeThroughSocat(InetSocketAddress server, Path input) throws IOException, InterruptedException {
        var output = folder.resolve("received");
        // -t: how long to wait for the other direction once one has ended; it ends earlier when the server closes.
        var address = "TCP:" + server.getAddress().getHostAddress() + ":" + server.getPort();
        var socat = start(new ProcessBuilder("socat", "-t", "60", "-", address)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT));
        assertThat(socat.waitFor()).as("socat's exit code").isZero();
        return output;
    }

    private static Process start(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "This test needs the program socat on the PATH (Debian: apt-get install socat)", missing);
        }
    }
}
