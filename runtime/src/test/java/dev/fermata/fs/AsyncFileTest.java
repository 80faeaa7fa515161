package dev.fermata.fs;

import static dev.fermata.Fermata.done;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.net.LoopThread;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AsyncFileTest {
    private final LoopThread loop = new LoopThread();

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("file");
    }

    @AfterEach
    void close() throws Exception {
        loop.close();
        assertThat(loop.unobserved).isEmpty();
    }

    private AsyncFile open(OpenOption... options) throws Exception {
        return loop.await(() -> AsyncFile.open(path, options));
    }

    private static ByteBuffer text(String text) {
        return StandardCharsets.US_ASCII.encode(text);
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        byte[] written = bytes(1_000_000); // several pieces
        AsyncFile file = open(CREATE, READ, WRITE);
        var buffer = ByteBuffer.wrap(written);
        loop.await(() -> file.write(buffer, 0));
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(loop.await(file::size)).isEqualTo(written.length);

        var read = ByteBuffer.allocate(written.length);
        assertThat(loop.await(() -> file.read(read, 0))).isEqualTo(written.length);
        assertThat(read.array()).isEqualTo(written);
    }

    @Test
    void aFileThatIsLeftOpenIsClosedWithItsLoop() throws Exception {
        AsyncFile file = open(CREATE, WRITE);
        assertThat(file).hasToString("AsyncFile[" + path + "]");
        loop.close();
        assertThat(file).hasToString("AsyncFile[" + path + ", closed]");
    }

    @Test
    void readsWithoutAPositionGoOnToTheEnd() throws Exception {
        Files.writeString(path, "abcdefgh");
        AsyncFile file = open();
        var buffer = ByteBuffer.allocate(5);
        assertThat(loop.await(() -> file.read(buffer))).isEqualTo(5);
        assertThat(new String(buffer.array(), StandardCharsets.US_ASCII)).isEqualTo("abcde");
        assertThat(loop.await(() -> file.read(buffer.clear()))).isEqualTo(3);
        assertThat(loop.await(() -> file.read(buffer.clear()))).isEqualTo(-1);
        assertThat(loop.await(() -> file.read(ByteBuffer.allocate(0)))).isZero();
    }

    @Test
    void aReadAtAPositionFillsOnlyItsPartOfTheBuffer() throws Exception {
        Files.writeString(path, "abcdefgh");
        AsyncFile file = open();
        var buffer = text("........").duplicate();
        var part = ByteBuffer.allocate(8).put(buffer).position(2).limit(5);
        assertThat(loop.await(() -> file.read(part, 4))).isEqualTo(3);
        assertThat(part.position()).isEqualTo(5);
        assertThat(part.limit()).isEqualTo(5);
        assertThat(new String(part.array(), StandardCharsets.US_ASCII)).isEqualTo("..efg...");
        assertThat(loop.await(() -> file.read(part.clear(), 100))).isEqualTo(-1);
    }

    @Test
    void writesWithoutAPositionGoOnAndAppendGoesToTheEnd() throws Exception {
        AsyncFile file = open(CREATE, WRITE);
        loop.await(() -> file.write(text("one ")));
        loop.await(() -> file.write(text("two ")));
        loop.await(file::closeAsync);
        AsyncFile appending = open(APPEND);
        loop.await(() -> appending.write(text("three")));
        loop.await(() -> appending.force(true));
        assertThat(path).hasContent("one two three");
    }

    @Test
    void readsAtPositionsMayOverlap() throws Exception {
        byte[] content = bytes(100_000);
        Files.write(path, content);
        AsyncFile file = open();
        var first = ByteBuffer.allocate(50_000);
        var second = ByteBuffer.allocate(50_000);
        Task<Integer> reading = loop.on(() -> file.read(first, 0));
        loop.await(() -> file.read(second, 50_000));
        loop.await(() -> reading);
        assertThat(ByteBuffer.allocate(100_000)
                        .put(first.flip())
                        .put(second.flip())
                        .array())
                .isEqualTo(content);
    }

    @Test
    void anotherLoopThanItsOwnIsRefused() throws Exception {
        Files.write(path, bytes(100));
        AsyncFile file = open();
        Fermata.run(() -> {
            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> file.read(ByteBuffer.allocate(10)),
                    () -> file.read(ByteBuffer.allocate(10), 0),
                    () -> file.write(text("x"), 0),
                    file::size,
                    () -> file.reader().next(),
                    file::closeAsync)) {
                assertThatThrownBy(use)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("AsyncFile[")
                        .hasMessageContaining("another thread");
            }
            return done();
        });

        assertThat(loop.await(file::size)).isEqualTo(100);
    }

    @Test
    void aSecondReadWithoutAPositionInFlightIsMisuse() throws Exception {
        Files.write(path, bytes(100));
        AsyncFile file = open();
        Task<Integer> first = loop.on(() -> {
            Task<Integer> reading = file.read(ByteBuffer.allocate(60));
            // The loop takes the outcome later: whatever the other thread does, the first is still in flight here.
            assertThatThrownBy(() -> file.read(ByteBuffer.allocate(60)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("still in flight");
            return reading;
        });
        assertThat(loop.await(() -> first)).isEqualTo(60);
        assertThat(loop.await(() -> file.read(ByteBuffer.allocate(60)))).isEqualTo(40);
    }

    @Test
    void aCancelledReadEndsAndTheFileStaysOpen() throws Exception {
        Files.write(path, bytes(100));
        AsyncFile file = open();
        Task<Integer> read = loop.on(() -> {
            Task<Integer> reading = file.read(ByteBuffer.allocate(60), 0);
            reading.cancel();
            return reading;
        });
        assertThatThrownBy(() -> loop.await(() -> read)).isInstanceOf(CancellationException.class);
        for (int i = 0; i < 10; i++) {
            assertThat(loop.await(() -> file.read(ByteBuffer.allocate(200), 0))).isEqualTo(100);
        }
    }

    @Test
    void aFileThatIsNotThereFailsTheTask() {
        assertThatThrownBy(this::open).isInstanceOf(NoSuchFileException.class).hasMessage(path.toString());
    }

    @Test
    void aClosedFileFailsOperations() throws Exception {
        AsyncFile file = open(CREATE, READ, WRITE);
        loop.await(file::closeAsync);
        loop.await(file::closeAsync);
        assertThatThrownBy(() -> loop.await(() -> file.read(ByteBuffer.allocate(1), 0)))
                .isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> loop.await(() -> file.write(ByteBuffer.allocate(1))))
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aReadOnlyBufferFailsTheTask() throws Exception {
        AsyncFile file = open(CREATE, READ, WRITE);
        assertThatThrownBy(
                        () -> loop.await(() -> file.read(ByteBuffer.allocate(1).asReadOnlyBuffer())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
