package dev.fermata.examples.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theGuideShowsCodeThatIsCompiledAndRunHere() throws IOException {
        String sources = sources();
        var shown = CODE.matcher(Files.readString(Path.of("..", "..", "docs", "sync.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(shown)
                .hasSize(6)
                .allSatisfy(code -> assertThat(sources)
                        .contains(code.lines()
                                .map(line -> line.isEmpty() ? "" : "    " + line)
                                .collect(Collectors.joining("\n"))));
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile).map(GuideTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
