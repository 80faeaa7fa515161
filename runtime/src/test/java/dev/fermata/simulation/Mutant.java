package dev.fermata.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mistake in the runtime, made by hand.
 *
 * @param name what is wrong
 * @param file below the package {@code dev.fermata}
 * @param old the text that is there, once
 * @param changed what is put in its place
 */
record Mutant(String name, String file, String old, String changed) {
    private static final Path PACKAGE = Path.of("src/main/java/dev/fermata");

    /** Those of the resource {@code simulation/mutants.txt}. */
    static List<Mutant> all() {
        String text;
        try (InputStream in = Objects.requireNonNull(Mutant.class.getResourceAsStream("/simulation/mutants.txt"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Stream.of(text.stripTrailing().split("\n\n", -1))
                .filter(block -> !block.startsWith("#"))
                .map(Mutant::parse)
                .toList();
    }

    private static Mutant parse(String block) {
        List<String> lines = block.lines().toList();
        return new Mutant(lines.get(0), lines.get(1), text(lines, "-"), text(lines, "+"));
    }

    /** The lines with that mark, without it. */
    private static String text(List<String> lines, String mark) {
        return lines.stream()
                .skip(2)
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
    }

    Path path() {
        return PACKAGE.resolve(file);
    }

    /** The file as it is. */
    String source() {
        try {
            return Files.readString(path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int occurrences() {
        return source().split(Pattern.quote(old), -1).length - 1;
    }

    String mutated() {
        return source().replace(old, changed);
    }
}
