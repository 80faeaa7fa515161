package dev.fermata.examples.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theReadmeShowsTheMethodThatIsCompiledAndRunHere() throws IOException {
        var readme = Files.readString(Path.of("..", "..", "README.md"));
        var method = Listing.ofMethod(Path.of("src/main/java/dev/fermata/examples/echo/Echo.java"), "serve");

        assertThat(readme)
                .contains(method.lines().stream()
                        .map(line -> line.isEmpty() ? "" : "    " + line)
                        .collect(Collectors.joining("\n")));
    }
}
