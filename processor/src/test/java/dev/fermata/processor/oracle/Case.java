package dev.fermata.processor.oracle;

import java.nio.file.Path;

/**
 * A class with a public constructor without parameters and a method {@code @Async public Task<Object> body(World world)}.
 *
 * @param className its binary name
 * @param sentence what it shows; its file's first line
 * @param source its compilation unit
 */
public record Case(String className, String sentence, String source) {
    private static final String SINCE = "// since ";

    /** Where its source goes, relative to a folder of sources. */
    Path path() {
        return Path.of(className.replace('.', '/') + ".java");
    }

    /** The level of the language that it is compiled at: what its second line says, {@code // since 21}, or 17. */
    int since() {
        return since(source);
    }

    /** What the second line of a source says. */
    public static int since(String source) {
        String line = source.lines().skip(1).findFirst().orElse("");
        return line.startsWith(SINCE) ? Integer.parseInt(line.substring(SINCE.length())) : 17;
    }

    String group() {
        return path().getName(1).toString();
    }
}
