package dev.fermata.processor.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources among the test resources, below the folder {@code oracle}. */
public final class Sources {
    /** The groups of cases; {@code later} holds what the compiler does not claim yet. */
    static final List<String> GROUPS =
            List.of("order", "locals", "control", "exceptions", "places", "lambdas", "results", "sequences");

    private Sources() {}

    static Path root() {
        try {
            return Path.of(Sources.class.getResource("/oracle").toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Every file of a group that begins with its sentence, in a language that this JDK knows. */
    public static List<Case> cases() {
        return GROUPS.stream()
                .flatMap(group -> below(root().resolve(group)))
                .map(path -> read(path, text(path)))
                .filter(found -> !found.sentence().isEmpty())
                .filter(found -> found.since() <= Runtime.version().feature())
                .toList();
    }

    /** The classes that cases use: files of a group that do not begin with a sentence. */
    static Stream<Path> neighbours() {
        return GROUPS.stream()
                .flatMap(group -> below(root().resolve(group)))
                .filter(path -> !text(path).startsWith("// "));
    }

    /** The files that one side has for itself ({@code blocking}, {@code looping}), or {@code both} have. */
    static Stream<Path> of(String side) {
        return below(root().resolve("side").resolve(side));
    }

    private static Case read(Path path, String text) {
        String relative = root().getParent().relativize(path).toString();
        String className = relative.substring(0, relative.length() - ".java".length())
                .replace('/', '.')
                .replace('\\', '.');
        String sentence =
                text.startsWith("// ") ? text.lines().findFirst().orElseThrow().substring(3) : "";
        return new Case(className, sentence, text);
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
