package dev.fermata.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Talks to {@code curl}, a client that knows nothing of us. */
@Tag("peer")
@Timeout(60)
class PeerTest {
    private final LoopThread loop = new LoopThread();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        loop.close();
    }

    @Test
    void curlGetsBackWhatItPosts() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        byte[] body = Pair.bytes(3_000_000);
        Path sent = Files.write(folder.resolve("sent"), body);
        Path received = folder.resolve("received");
        Process curl = curl(
                "--data-binary", "@" + sent, "--header", "Expect:", "--output", received.toString(), url(listener));

        TcpStream stream = loop.await(listener::accept);
        Request request = Request.read(loop, stream);
        assertThat(request.head()).startsWith("POST /echo HTTP/1.1\r\n");
        respond(stream, request.body());

        assertThat(curl.waitFor()).isZero();
        assertThat(Arrays.equals(Files.readAllBytes(received), body)).isTrue();
    }

    @Test
    void curlSeesARefusalOnceTheListenerIsClosed() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        loop.await(listener::closeAsync);
        assertThat(curl(url(listener)).waitFor()).isEqualTo(7); // "could not connect", says its manual
    }

    @Test
    void aClientThatIsKilledEndsTheStream() throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        Process curl = curl(url(listener));
        TcpStream stream = loop.await(listener::accept);
        Request.read(loop, stream);
        Task<Integer> read = loop.on(() -> stream.read(ByteBuffer.allocate(8)));
        curl.destroyForcibly();
        assertThat(loop.await(() -> read)).isEqualTo(-1);
    }

    private static String url(TcpListener listener) {
        return "http://127.0.0.1:" + listener.localAddress().getPort() + "/echo";
    }

    private static Process curl(String... arguments) {
        var command = new ArrayList<>(List.of("curl", "--silent", "--noproxy", "*"));
        command.addAll(List.of(arguments));
        try {
            Process curl = new ProcessBuilder(command).inheritIO().start();
            curl.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> curl.destroyForcibly());
            return curl;
        } catch (IOException e) {
            throw new AssertionError("this test talks to curl, which is not installed here (Debian: package curl)", e);
        }
    }

    private void respond(TcpStream stream, byte[] body) throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        loop.await(() -> stream.write(StandardCharsets.US_ASCII.encode(head)));
        loop.await(() -> stream.write(ByteBuffer.wrap(body)));
        loop.await(stream::closeAsync);
    }

    private record Request(String head, byte[] body) {
        static Request read(LoopThread loop, TcpStream stream) throws Exception {
            var buffer = ByteBuffer.allocate(4 << 20);
            int end;
            do {
                assertThat(loop.await(() -> stream.read(buffer))).isPositive();
                end = text(buffer).indexOf("\r\n\r\n");
            } while (end < 0);
            String head = text(buffer).substring(0, end);
            int start = end + 4;
            int length = length(head);
            while (buffer.position() < start + length) {
                assertThat(loop.await(() -> stream.read(buffer))).isPositive();
            }
            return new Request(head, Arrays.copyOfRange(buffer.array(), start, start + length));
        }

        private static String text(ByteBuffer buffer) {
            return new String(buffer.array(), buffer.arrayOffset(), buffer.position(), StandardCharsets.ISO_8859_1);
        }

        private static int length(String head) {
            return head.lines()
                    .filter(line -> line.startsWith("Content-Length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                    .findFirst()
                    .orElse(0);
        }
    }
}
