package dev.fermata.processor.oracle;

import java.nio.file.Path;

/**
 * A class with a public constructor without parameters and a method {@code @Async public Task<Object> body(World world)}, or
 * one that returns {@code void}.
 *
 * @param className its binary name
 * @param sentence what it shows; its file's first line
 * @param source its compilation unit
 */
public record Case(String className, String sentence, String source) {
    /** The level of the language that a case has which says nothing else. */
    static final int OLDEST = 17;

    private static final String SINCE = "// since ";
    private static final String NO_ASSERTIONS = "// without assertions";

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
        String line = secondLine(source);
        return line.startsWith(SINCE) ? Integer.parseInt(line.substring(SINCE.length())) : OLDEST;
    }

    /** Whether assertions are enabled for it: unless its second line says {@code // without assertions}. */
    boolean asserts() {
        return !secondLine(source).equals(NO_ASSERTIONS);
    }

    /** Whether the body returns nothing: its failure goes to the loop. */
    boolean isVoid() {
        return source.contains(" void body(World world)");
    }

    private static String secondLine(String source) {
        return source.lines().skip(1).findFirst().orElse("");
    }

    String group() {
        return path().getName(1).toString();
    }
}
