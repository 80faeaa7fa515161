package dev.fermata.processor.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Javac warns of what a user wrote, where he wrote it and as often, as it does without Fermata. A source begins with lines
 * {@code // JDK code...}: what that JDK and later ones warn of in it, so that each is seen to give the warnings that it is for.
 */
class LintTest {
    private static final String ALL = "-Xlint:all,-path,-options";

    @TempDir
    static Path folder;

    private static Verdict said;

    static List<Path> sources() throws IOException {
        return Command.sources("lint").stream().map(Path::of).toList();
    }

    @BeforeAll
    static void compile() throws IOException {
        said = with(new FermataProcessor(), "fermata", ALL);
    }

    private static Verdict with(Processor processor, String output, String... options) throws IOException {
        return Verdict.on(
                sources(), Files.createDirectory(folder.resolve(output)), List.of(options), List.of(processor));
    }

    @Test
    void theWarningsAreJavacsAndNoOthers() throws IOException {
        assertThat(said.succeeded()).isTrue();
        assertSame(said, with(new Verdict.Idle(), "idle", ALL));
    }

    /** But for what javac checks once more in each round. */
    @Test
    void theyAreThoseOfJavacWithoutAnyProcessor() throws IOException {
        String unprocessed = ALL + ",-processing,-strictfp";
        Path output = Files.createDirectory(folder.resolve("none"));
        assertSame(
                with(new FermataProcessor(), "unprocessed", unprocessed),
                Verdict.on(sources(), output, List.of(unprocessed, "-proc:none"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void javacWarnsOfWhatTheSourceIsFor(Path source) throws IOException {
        List<String> codes = new ArrayList<>();
        try (Stream<String> lines = Files.lines(source)) {
            lines.takeWhile(line -> line.startsWith("// "))
                    .map(line -> line.substring(3).split(" "))
                    .filter(words ->
                            Integer.parseInt(words[0]) <= Runtime.version().feature())
                    .forEach(words -> Stream.of(words)
                            .skip(1)
                            .map("compiler.warn."::concat)
                            .forEach(codes::add));
        }
        String place = " " + source.getFileName() + ":";
        assertThat(said.messages().stream()
                        .filter(message -> message.contains(place))
                        .map(message -> message.substring(message.indexOf("compiler."), message.indexOf(place))))
                .containsAll(codes);
    }

    /** Without lint, javac sums up in notes; with -Werror a build fails for the warnings that it fails for, and only then. */
    @ParameterizedTest
    @ValueSource(strings = {ALL, "-Xlint:none", "-Xlint:none,-removal,-synchronization"})
    void soItIsWhereWarningsAreErrors(String lint) throws IOException {
        assertSame(
                with(new FermataProcessor(), "with" + lint, lint, "-Werror"),
                with(new Verdict.Idle(), "without" + lint, lint, "-Werror"));
    }

    private static void assertSame(Verdict verdict, Verdict expected) {
        assertThat(verdict.messages()).containsExactlyElementsOf(expected.messages());
        assertThat(verdict.succeeded()).isEqualTo(expected.succeeded());
    }

    @Test
    void everyMethodWasCompiled() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("fermata/lint"))) {
            assertThat(files.filter(file -> file.toString().matches(".*_\\w+\\.class")))
                    .hasSizeGreaterThanOrEqualTo(sources().size());
        }
    }
}
