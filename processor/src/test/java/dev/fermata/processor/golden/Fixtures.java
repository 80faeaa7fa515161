package dev.fermata.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.read.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders of the resource {@code fixtures}, each with an {@code input.java} and what the passes make of it. */
final class Fixtures {
    private Fixtures() {}

    static Stream<Path> folders() throws IOException {
        return children(root("/fixtures")).stream().filter(folder -> Files.exists(folder.resolve("input.java")));
    }

    /** What the passes make of the methods of a fixture, in the order of the source. */
    static List<Passes> passes(Path folder) {
        Analysis analysis = Analysis.of(sources(folder));
        assertThat(analysis.errors()).isEmpty();
        return analysis.methods().stream().map(Passes::of).toList();
    }

    /** What the passes make of the methods of the oracle's cases. */
    static List<Passes> oracle() throws IOException {
        Path root = root("/oracle");
        Map<String, String> sources = new TreeMap<>();
        for (Path group : children(root)) {
            String name = group.getFileName().toString();
            if (name.equals("side")) {
                sources.putAll(below(group.resolve("both"), ""));
                sources.putAll(below(group.resolve("looping"), ""));
            } else if (!name.equals("later")) {
                sources.putAll(below(group, "oracle/" + name + "/"));
                sources.values().removeIf(text -> Case.since(text) > 17);
            }
        }
        return Analysis.of(sources).methods().stream().map(Passes::of).toList();
    }

    /** The sources of a fixture, with the names of the files that javac is to take them for. */
    private static Map<String, String> sources(Path folder) {
        Map<String, String> sources = below(folder, "");
        sources.put("demo/Demo.java", sources.remove("input.java"));
        return sources;
    }

    private static Map<String, String> below(Path folder, String prefix) {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                sources.put(prefix + name, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    static Path root(String resource) {
        URL root = Objects.requireNonNull(Fixtures.class.getResource(resource));
        try {
            return Path.of(root.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
