package dev.fermata.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.ir.IrText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each fixture's {@code input.java} is read as what its {@code read.txt} says. */
class ReadFixturesTest {
    @TestFactory
    List<DynamicTest> everyFixtureIsReadAsItsTextSays() throws IOException, URISyntaxException {
        URL root = Objects.requireNonNull(ReadFixturesTest.class.getResource("/fixtures"));
        try (Stream<Path> folders = Files.list(Path.of(root.toURI()))) {
            return folders.filter(folder -> Files.exists(folder.resolve("read.txt")))
                    .sorted()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
                    .collect(Collectors.toList());
        }
    }

    private static void check(Path folder) throws IOException {
        assertThat(text(folder)).isEqualTo(Files.readString(folder.resolve("read.txt")));
    }

    /** The text form of all methods of a fixture, or its errors. */
    static String text(Path folder) throws IOException {
        Analysis analysis = Analysis.of(sources(folder));
        return Stream.concat(analysis.methods().stream().map(IrText::of), analysis.errors().stream())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                sources.put(name.equals("input.java") ? "demo/Demo.java" : name, Files.readString(file));
            }
        }
        return sources;
    }
}
