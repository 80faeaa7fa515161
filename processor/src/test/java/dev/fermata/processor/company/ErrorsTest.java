package dev.fermata.processor.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is not Java gets javac's errors, each once, and no other. A source begins with a line {@code // code...}: the errors
 * that it is for.
 */
class ErrorsTest {
    @TempDir
    Path folder;

    static Stream<Path> sources() throws IOException {
        return Command.sources("errors").stream().map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theErrorsAreJavacsAndNoOthers(Path source) throws IOException {
        Verdict with = verdict(source, "with", new FermataProcessor());
        Verdict without = verdict(source, "without", new Verdict.Idle());

        assertThat(with.messages())
                .containsExactlyElementsOf(without.messages())
                .doesNotHaveDuplicates();
        assertThat(with.succeeded()).isFalse();
        assertThat(with.messages()).noneMatch(message -> message.contains("Fermata could not compile"));
        for (String code : expected(source)) {
            assertThat(with.messages()).anyMatch(message -> message.startsWith("ERROR compiler.err." + code));
        }
    }

    private Verdict verdict(Path source, String output, Processor processor) throws IOException {
        return Verdict.on(
                List.of(source),
                Files.createDirectory(folder.resolve(output)),
                List.of("-Xlint:all,-path"),
                List.of(processor));
    }

    private static List<String> expected(Path source) throws IOException {
        try (Stream<String> lines = Files.lines(source)) {
            return List.of(
                    lines.findFirst().orElseThrow().substring("// ".length()).split(" "));
        }
    }
}
