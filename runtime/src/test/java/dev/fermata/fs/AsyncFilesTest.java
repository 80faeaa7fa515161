package dev.fermata.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Fermata;
import dev.fermata.Task;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AsyncFilesTest {
    private static final String TEXT = "naïve – ½\n";

    @TempDir
    Path folder;

    @Test
    void aStringThatIsWrittenIsReadAgain() throws Exception {
        Path path = folder.resolve("text");
        Fermata.run(() -> AsyncFiles.writeString(path, TEXT));
        assertThat(path).hasContent(TEXT);
        assertThat(Fermata.<String, Exception>run(() -> AsyncFiles.readString(path)))
                .isEqualTo(TEXT);
    }

    @Test
    void anotherCharsetCanBeAskedFor() throws Exception {
        Path path = folder.resolve("text");
        Fermata.run(() -> AsyncFiles.writeString(path, "½", StandardCharsets.ISO_8859_1));
        assertThat(Files.readAllBytes(path)).containsExactly(0xBD);
        assertThat(Fermata.<String, Exception>run(() -> AsyncFiles.readString(path, StandardCharsets.ISO_8859_1)))
                .isEqualTo("½");
        assertThatThrownBy(() -> Fermata.run(() -> AsyncFiles.readString(path)))
                .isInstanceOf(MalformedInputException.class);
    }

    @Test
    void bytesThatAreWrittenAreReadAgain() throws Exception {
        Path path = folder.resolve("bytes");
        byte[] bytes = {1, 2, 3, -1};
        Fermata.run(() -> AsyncFiles.write(path, bytes));
        assertThat(Fermata.<byte[], Exception>run(() -> AsyncFiles.readAllBytes(path)))
                .isEqualTo(bytes);
    }

    @Test
    void optionsSayWhetherToAppend() throws Exception {
        Path path = Files.writeString(folder.resolve("log"), "one ");
        Fermata.run(() -> AsyncFiles.writeString(path, "two", StandardOpenOption.APPEND));
        assertThat(path).hasContent("one two");
        Fermata.run(() -> AsyncFiles.writeString(path, "three"));
        assertThat(path).hasContent("three");
    }

    @Test
    void aTextThatChangesAfterTheCallIsWrittenAsItWas() throws Exception {
        Path path = folder.resolve("text");
        var text = new StringBuilder("before");
        Fermata.run(() -> {
            Task<Void> write = AsyncFiles.writeString(path, text);
            text.setLength(0);
            return write;
        });
        assertThat(path).hasContent("before");
    }

    @Test
    void aFileThatIsNotThereFailsTheTask() {
        Path path = folder.resolve("missing");
        assertThatThrownBy(() -> Fermata.run(() -> AsyncFiles.readAllBytes(path)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(path.toString());
    }
}
