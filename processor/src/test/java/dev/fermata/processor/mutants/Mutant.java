package dev.fermata.processor.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One mistake in the compiler, made by hand.
 *
 * @param name what is wrong
 * @param file below the package {@code dev.fermata.processor}
 * @param old the text that is there, once
 * @param changed what is put in its place
 */
record Mutant(String name, String file, String old, String changed) {
    private static final Path PACKAGE = Path.of("src/main/java/dev/fermata/processor");

    /** Those of the resource {@code mutants/mutants.txt}. */
    static List<Mutant> all() {
        String text;
        try (InputStream in = Objects.requireNonNull(Mutant.class.getResourceAsStream("/mutants/mutants.txt"))) {
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
        String[] lines = block.split("\n", -1);
        if (lines.length != 4 || !lines[2].startsWith("-") || !lines[3].startsWith("+")) {
            throw new IllegalArgumentException(block);
        }
        return new Mutant(lines[0], lines[1], lines[2].substring(1), lines[3].substring(1));
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
