package dev.fermata.processor.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} says what the processor says. {@code -Dfermata.errors=../docs/errors.md} writes it anew. */
class ErrorsPageTest {
    private static final String REWRITE = System.getProperty("fermata.errors", "");

    @Test
    void thePageIsMadeFromTheMessagesAndTheirTests() throws IOException {
        String text = ErrorsPage.text(MessageTest.cases());
        if (!REWRITE.isEmpty()) {
            Files.writeString(Path.of(REWRITE), text);
        }
        assertThat(Path.of("../docs/errors.md")).hasContent(text);
    }
}
