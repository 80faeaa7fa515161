package dev.fermata.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.fs.AsyncFile;
import dev.fermata.fs.AsyncFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each step runs on the loop until it is done, as in {@link EventLoop#run}. */
@Timeout(60)
@NullUnmarked
class FaultyFilesTest {
    private final IOException failure = new IOException("broken");

    private final VirtualTime time = new VirtualTime();
    private final FaultyFiles files = new FaultyFiles(time, 1);
    private final EventLoop loop = time.loop(FailureHandler.logging());

    @TempDir
    Path directory;

    private Path real;
    private Path faulty;

    @BeforeEach
    void write() throws IOException {
        real = Files.writeString(directory.resolve("note.txt"), "abcdefghij");
        faulty = files.over(directory).resolve("note.txt");
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void withoutFaultsTheyAreTheRealFiles() throws IOException {
        assertThat(loop.run(() -> AsyncFiles.readString(faulty))).isEqualTo("abcdefghij");
        loop.run(() -> AsyncFiles.writeString(faulty, "changed"));
        assertThat(Files.readString(real)).isEqualTo("changed");
        assertThat(faulty).hasToString(real.toString());
        try (var entries = Files.list(files.over(directory))) {
            assertThat(entries).containsExactly(faulty);
        }
    }

    @Test
    void theOperationThatIsToFailDoesAndTheNextDoesNot() throws IOException {
        files.failAt(FileOperation.OPEN, 2, failure);
        assertThat(loop.run(() -> AsyncFiles.readString(faulty))).isEqualTo("abcdefghij");
        assertThatThrownBy(() -> loop.run(() -> AsyncFiles.readString(faulty))).isSameAs(failure);
        assertThat(loop.run(() -> AsyncFiles.readString(faulty))).isEqualTo("abcdefghij");
        assertThat(files.count(FileOperation.OPEN)).isEqualTo(3);
    }

    @Test
    void eachKindOfOperationCanFail() throws IOException {
        files.failAt(FileOperation.READ, 1, failure)
                .failAt(FileOperation.WRITE, 1, failure)
                .failAt(FileOperation.FORCE, 1, failure)
                .failAt(FileOperation.LOOK, 1, failure)
                .failAt(FileOperation.CHANGE, 1, failure);
        AsyncFile file = loop.run(() -> AsyncFile.open(faulty, StandardOpenOption.READ, StandardOpenOption.WRITE));
        assertThatThrownBy(() -> loop.run(() -> file.read(ByteBuffer.allocate(1))))
                .isSameAs(failure);
        assertThatThrownBy(() -> loop.run(() -> file.write(ByteBuffer.allocate(1))))
                .isSameAs(failure);
        assertThatThrownBy(() -> loop.run(() -> file.force(true))).isSameAs(failure);
        assertThatThrownBy(() -> loop.run(file::size)).isSameAs(failure);
        assertThatThrownBy(() -> Files.delete(faulty)).isSameAs(failure);

        assertThat(loop.run(file::size)).isEqualTo(10);
        loop.run(file::closeAsync);
        assertThat(real).exists();
    }

    @Test
    void shortReadsAndWritesLoseNothing() throws IOException {
        files.pieces(3);
        ByteBuffer buffer = ByteBuffer.allocate(20);
        AsyncFile file = loop.run(() -> AsyncFile.open(faulty, StandardOpenOption.READ, StandardOpenOption.WRITE));
        assertThat(loop.run(() -> file.read(buffer))).isEqualTo(10);
        assertThat(files.count(FileOperation.READ)).isGreaterThan(4);

        loop.run(() -> file.write(ByteBuffer.wrap("klmnopqrst".getBytes(StandardCharsets.UTF_8)), 10));
        assertThat(Files.readString(real)).isEqualTo("abcdefghijklmnopqrst");
        loop.run(file::closeAsync);
    }

    @Test
    void aDiskThatIsFullTakesWhatFits() throws IOException {
        files.space(4);
        assertThatThrownBy(() -> loop.run(() -> AsyncFiles.writeString(faulty, "123456")))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(Files.readString(real)).isEqualTo("1234");
    }

    @Test
    void operationsTakeVirtualTime() throws IOException {
        files.latency(Duration.ofMinutes(1));
        AsyncFile file = loop.run(() -> AsyncFile.open(faulty));
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(1));
        assertThat(loop.run(() -> file.read(ByteBuffer.allocate(10)))).isEqualTo(10);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(2));
        loop.run(file::closeAsync);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> files.failAt(FileOperation.READ, 0, failure))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.pieces(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(faulty::toFile).isInstanceOf(UnsupportedOperationException.class);
    }
}
