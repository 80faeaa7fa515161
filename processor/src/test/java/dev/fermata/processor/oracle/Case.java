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
    /** Where its source goes, relative to a folder of sources. */
    Path path() {
        return Path.of(className.replace('.', '/') + ".java");
    }

    String group() {
        return path().getName(1).toString();
    }
}
