package dev.fermata.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Task;
import dev.fermata.net.LoopThread;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@SuppressWarnings("NullAway") // a chunk that is missing fails the test by itself
class AsyncFileReaderTest {
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

    private byte[] write(int size) throws Exception {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Files.write(path, bytes);
        return bytes;
    }

    private AsyncFile open() throws Exception {
        return loop.await(() -> AsyncFile.open(path));
    }

    @ParameterizedTest
    @CsvSource({"0,16,1", "1,16,1", "15,16,3", "16,16,3", "17,16,3", "160,16,8", "1000000,4096,8", "1000000,65536,1"})
    void theChunksAreTheFile(int size, int chunkSize, int ahead) throws Exception {
        byte[] content = write(size);
        AsyncFile file = open();
        AsyncFileReader reader = loop.on(() -> file.reader(chunkSize, ahead));
        var read = ByteBuffer.allocate(size);
        List<Integer> sizes = new ArrayList<>();
        for (ByteBuffer chunk = loop.await(reader::next); chunk != null; chunk = loop.await(reader::next)) {
            sizes.add(chunk.remaining());
            read.put(chunk);
        }
        assertThat(read.array()).isEqualTo(content);
        assertThat(sizes).hasSize((size + chunkSize - 1) / chunkSize);
        assertThat(sizes.subList(0, Math.max(0, sizes.size() - 1))).allMatch(each -> each == chunkSize);
        assertThat(loop.await(reader::next)).isNull();
    }

    @Test
    void aChunkMayBeChangedUntilTheNextIsAskedFor() throws Exception {
        byte[] content = write(64);
        AsyncFile file = open();
        AsyncFileReader reader = loop.on(() -> file.reader(16, 2));
        for (int i = 0; i < 4; i++) {
            ByteBuffer chunk = loop.await(reader::next);
            assertThat(chunk.get(0)).isEqualTo(content[16 * i]);
            chunk.clear().limit(3).put(0, (byte) 0);
        }
        assertThat(loop.await(reader::next)).isNull();
    }

    @Test
    void aCancelledCallLosesNothing() throws Exception {
        byte[] content = write(64);
        AsyncFile file = open();
        AsyncFileReader reader = loop.on(() -> file.reader(16, 2));
        Task<ByteBuffer> cancelled = loop.on(() -> {
            Task<ByteBuffer> next = reader.next();
            next.cancel(); // the outcome is in the inbox at best, so this is in time
            return next;
        });
        assertThatThrownBy(() -> loop.await(() -> cancelled)).isInstanceOf(CancellationException.class);
        assertThat(loop.await(reader::next).get()).isEqualTo(content[0]);
        assertThat(loop.await(reader::next).get()).isEqualTo(content[16]);
    }

    @Test
    void whatIsAppendedAfterTheEndWasFoundIsNotRead() throws Exception {
        write(17);
        AsyncFile file = open();
        AsyncFileReader reader = loop.on(() -> file.reader(16, 1));
        assertThat(loop.await(reader::next).remaining()).isEqualTo(16);
        assertThat(loop.await(reader::next).remaining()).isEqualTo(1);
        Files.write(path, new byte[100], StandardOpenOption.APPEND);
        assertThat(loop.await(reader::next)).isNull();
        assertThat(loop.await(reader::next)).isNull();
    }

    @Test
    void aSecondCallInFlightIsMisuse() throws Exception {
        write(64);
        AsyncFile file = open();
        AsyncFileReader reader = loop.on(() -> file.reader(16, 2));
        Task<ByteBuffer> first = loop.on(() -> {
            Task<ByteBuffer> next = reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("await it");
            return next;
        });
        assertThat(loop.await(() -> first).remaining()).isEqualTo(16);
    }

    @Test
    void aFailureStays() throws Exception {
        write(64);
        AsyncFile file = open();
        AsyncFileReader reader = loop.on(() -> file.reader(16, 2));
        loop.await(file::closeAsync);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> loop.await(reader::next)).isInstanceOf(ClosedChannelException.class);
        }
    }

    @Test
    void whatIsAheadWhenTheFileIsClosedIsNoFailureThatAnybodyMissed() throws Exception {
        write(1 << 20);
        AsyncFile file = open();
        AsyncFileReader reader = loop.on(() -> file.reader(4096, 8));
        loop.await(reader::next);
        loop.await(file::closeAsync);
        // See close(): nothing was reported.
    }

    @Test
    void nothingToReadAheadIsMisuse() throws Exception {
        write(1);
        AsyncFile file = open();
        assertThatThrownBy(() -> file.reader(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file.reader(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
