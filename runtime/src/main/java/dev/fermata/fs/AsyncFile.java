package dev.fermata.fs;

import static dev.fermata.Fermata.offload;

import dev.fermata.AsyncCloseable;
import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open file. Loop-confined; the work itself is done by another thread, one hop for each call.
 *
 * <p>Reading and writing at a given position may overlap as one likes. The forms without a position go on from where the
 * last of them ended (first the start of the file, or its end with {@link StandardOpenOption#APPEND}); of these only one
 * may be in flight, and a second is an {@link IllegalStateException}.
 *
 * <p>A buffer belongs to the operation until its task is done: do not touch it before. No method throws an
 * {@link IOException} itself; it is the task that fails with it.
 */
public final class AsyncFile implements AsyncCloseable {
    private final FileChannel channel;
    private boolean sequentialInFlight;

    private AsyncFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a file, for reading if no option says otherwise; the options are those of {@link FileChannel#open}. */
    public static Task<AsyncFile> open(Path path, OpenOption... options) throws IOException {
        return offload(() -> new AsyncFile(FileChannel.open(path, options)));
    }

    /** Reads up to {@code buffer.remaining()} bytes; the number of them, -1 at the end of the file. */
    public Task<Integer> read(ByteBuffer buffer) throws IOException {
        return offload(() -> channel.read(buffer));
    }

    /** Reads up to {@code buffer.remaining()} bytes that start at {@code position}; their number, -1 at the file's end. */
    public Task<Integer> read(ByteBuffer buffer, long position) throws IOException {
        return offload(() -> channel.read(buffer, position));
    }

    /** Writes all that remains in the buffer. */
    public Task<Void> write(ByteBuffer buffer) throws IOException {
        return offload(() -> {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            return null;
        });
    }
}
