package dev.fermata.fs;

import static dev.fermata.Fermata.offload;

import dev.fermata.Task;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * Whole small files, read or written in one call; what {@link Files} offers, off the loop's thread.
 *
 * <p>Each call is one hop to another thread and back, which costs more than a small file does. To read many files, start
 * many of these calls and await them together.
 *
 * <p>The methods are called on a loop's thread and do not throw: a failure, the same that {@link Files} would throw, is the
 * task's. Cancelling a task gives up its result; what was begun on the disk may still be finished.
 */
public final class AsyncFiles {
    private AsyncFiles() {}

    /** All bytes of a file. */
    public static Task<byte[]> readAllBytes(Path path) throws IOException {
        return offload(() -> Files.readAllBytes(path));
    }

    /** All of a file, decoded from UTF-8; fails with a {@link java.nio.charset.CharacterCodingException} where it is not. */
    public static Task<String> readString(Path path) throws IOException {
        return readString(path, StandardCharsets.UTF_8);
    }

    /** All of a file, decoded; fails with a {@link java.nio.charset.CharacterCodingException} where it cannot be. */
    public static Task<String> readString(Path path, Charset charset) throws IOException {
        return offload(() -> Files.readString(path, charset));
    }

    /** Writes a file in UTF-8: created, or emptied first, unless the options say otherwise. */
    public static Task<Void> writeString(Path path, CharSequence text, OpenOption... options) throws IOException {
        return writeString(path, text, StandardCharsets.UTF_8, options);
    }

    /** Writes a file: created, or emptied first, unless the options say otherwise. */
    public static Task<Void> writeString(Path path, CharSequence text, Charset charset, OpenOption... options)
            throws IOException {
        var fixed = text.toString(); // here, on the caller's thread: it may be a StringBuilder that he goes on using
        return offload((BlockingAction) () -> Files.writeString(path, fixed, charset, options));
    }

    /** Writes a file: created, or emptied first, unless the options say otherwise. */
    public static Task<Void> write(Path path, byte[] bytes, OpenOption... options) throws IOException {
        return offload((BlockingAction) () -> Files.write(path, bytes, options));
    }
}
