package dev.fermata.testing;

import static dev.fermata.testing.Conformance.require;
import static dev.fermata.testing.Conformance.requireFailure;

import dev.fermata.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Whether a stream does what those who read and write rely on: order, the end, back-pressure, cancellation that loses nothing,
 * closing. For streams of one's own. After trio's {@code check_two_way_stream}.
 */
public final class StreamConformance {
    /** Bytes: more than anybody should buffer for a reader that does not read. */
    private static final int MUCH = 64 * 1024 * 1024;

    private static final int CHUNK = 1024 * 1024;

    private StreamConformance() {}

    /** The two ends of a connection. */
    public record Ends(StreamUnderTest one, StreamUnderTest other) {}

    /** Makes a connection. */
    @FunctionalInterface
    public interface Connector {
        /** Makes one, in steps. */
        Ends connect(Steps steps) throws Exception;
    }

    /** Checks in virtual time and on its network; what does not hold, empty if all does. */
    public static List<String> violations(Connector connector) {
        return Conformance.violations(false, connector::connect, checks());
    }

    /** Checks in real time and on the system's network; what does not hold, empty if all does. */
    public static List<String> violationsInRealTime(Connector connector) {
        return Conformance.violations(true, connector::connect, checks());
    }

    private static Map<String, Conformance.Check<Ends>> checks() {
        Map<String, Conformance.Check<Ends>> checks = new LinkedHashMap<>();
        checks.put("bytes arrive as they were sent, in both directions", StreamConformance::order);
        checks.put("a read takes what there is and does not wait for more", StreamConformance::available);
        checks.put("a read waits while there is nothing", StreamConformance::waiting);
        checks.put("the end comes after the bytes, and again", StreamConformance::end);
        checks.put("who writes waits for who reads, and loses nothing", StreamConformance::backPressure);
        checks.put("a cancelled read takes nothing", StreamConformance::cancelledRead);
        checks.put("there is one read at a time", StreamConformance::oneRead);
        checks.put("closing ends a read that waits", StreamConformance::closeWhileReading);
        checks.put("a closed stream is of no use, and can be closed again", StreamConformance::closed);
        checks.put("the peer learns that a stream was closed", StreamConformance::peerOfClosed);
        return checks;
    }

    private static void order(Steps steps, Ends ends) throws Exception {
        for (Ends way : List.of(ends, new Ends(/* one= */ ends.other, /* other= */ ends.one))) {
            steps.await(() -> way.one.write(bytes("first ")));
            steps.await(() -> way.one.write(bytes("second")));
            String read = readText(steps, way.other, 12);
            require(read.equals("first second"), "\"first second\" was sent, \"" + read + "\" came");
        }
    }

    private static void available(Steps steps, Ends ends) throws Exception {
        steps.await(() -> ends.one.write(bytes("x")));
        ByteBuffer buffer = ByteBuffer.allocate(100);
        int count = steps.await(() -> ends.other.read(buffer));
        require(count == 1 && buffer.position() == 1, "1 byte was there, the read took " + count);
    }

    private static void waiting(Steps steps, Ends ends) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(10);
        Task<Integer> read = steps.begin(() -> ends.other.read(buffer));
        require(!steps.hasEnded(read), "a read ended though nothing was sent");
        steps.await(() -> ends.one.write(bytes("x")));
        require(steps.await(() -> read) == 1, "the read that waited did not get the byte");
    }

    private static void end(Steps steps, Ends ends) throws Exception {
        steps.await(() -> ends.one.write(bytes("last")));
        steps.await(ends.one::shutdownOutput);
        require(readText(steps, ends.other, 4).equals("last"), "what was sent before the end did not come");
        for (int i = 0; i < 2; i++) {
            int count = steps.await(() -> ends.other.read(ByteBuffer.allocate(1)));
            require(count == -1, "at the end, a read gave " + count + " instead of -1");
        }
        steps.await(() -> ends.other.write(bytes("back")));
        require(readText(steps, ends.one, 4).equals("back"), "the other direction ended too");
    }

    private static void backPressure(Steps steps, Ends ends) throws Exception {
        byte[] chunk = new byte[CHUNK];
        new Random(1).nextBytes(chunk);
        Task<Void> write = null;
        int sent = 0;
        while (write == null) {
            require(sent < MUCH, "nobody reads, and " + MUCH + " bytes were taken");
            Task<Void> next = steps.begin(() -> ends.one.write(ByteBuffer.wrap(chunk)));
            sent += CHUNK;
            if (!next.isDone() && !steps.hasEnded(next)) {
                write = next;
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        for (int received = 0; received < sent; ) {
            buffer.clear().limit(Math.min(CHUNK, sent - received));
            int count = steps.await(() -> ends.other.read(buffer));
            require(count > 0, "the stream ended after " + received + " of " + sent + " bytes");
            for (int i = 0; i < count; i++) {
                require(buffer.get(i) == chunk[(received + i) % CHUNK], "byte " + (received + i) + " is another");
            }
            received += count;
        }
        Task<Void> last = write;
        steps.await(() -> last);
    }

    private static void cancelledRead(Steps steps, Ends ends) throws Exception {
        Task<Integer> read = steps.begin(() -> ends.other.read(ByteBuffer.allocate(10)));
        steps.cancel(read);
        require(steps.hasEnded(read) && read.isCancelled(), "a read that was cancelled goes on");
        steps.await(() -> ends.one.write(bytes("all")));
        String text = readText(steps, ends.other, 3);
        require(text.equals("all"), "after a cancelled read, \"" + text + "\" came instead of \"all\"");
    }

    private static void oneRead(Steps steps, Ends ends) throws Exception {
        Task<Integer> read = steps.begin(() -> ends.other.read(ByteBuffer.allocate(10)));
        requireFailure(
                IllegalStateException.class,
                () -> steps.await(() -> ends.other.read(ByteBuffer.allocate(10))),
                "a second read beside one that waits");
        steps.await(() -> ends.one.write(bytes("x")));
        require(steps.await(() -> read) == 1, "the first read was disturbed by the second");
    }

    private static void closeWhileReading(Steps steps, Ends ends) throws Exception {
        Task<Integer> read = steps.begin(() -> ends.other.read(ByteBuffer.allocate(10)));
        steps.await(ends.other::closeAsync);
        requireFailure(IOException.class, () -> steps.await(() -> read), "a read whose stream is closed");
    }

    private static void closed(Steps steps, Ends ends) throws Exception {
        steps.await(ends.one::closeAsync);
        steps.await(ends.one::closeAsync);
        requireFailure(
                IOException.class,
                () -> steps.await(() -> ends.one.read(ByteBuffer.allocate(1))),
                "a read on a closed stream");
        requireFailure(
                IOException.class, () -> steps.await(() -> ends.one.write(bytes("x"))), "a write on a closed stream");
    }

    private static void peerOfClosed(Steps steps, Ends ends) throws Exception {
        steps.await(() -> ends.one.write(bytes("bye")));
        steps.await(ends.one::closeAsync);
        require(readText(steps, ends.other, 3).equals("bye"), "what was sent before closing did not come");
        int count = steps.await(() -> ends.other.read(ByteBuffer.allocate(1)));
        require(count == -1, "after the last byte a read gave " + count + " instead of -1");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads so many bytes, in small pieces; fewer if the stream ends before. */
    private static String readText(Steps steps, StreamUnderTest stream, int size) throws Exception {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (read.size() < size) {
            ByteBuffer buffer = ByteBuffer.allocate(Math.min(5, size - read.size()));
            int count = steps.await(() -> stream.read(buffer));
            require(count != 0, "a read into a buffer with room moved nothing");
            if (count < 0) {
                break;
            }
            read.writeBytes(Arrays.copyOf(buffer.array(), count));
        }
        return read.toString(StandardCharsets.US_ASCII);
    }
}
