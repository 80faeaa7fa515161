package dev.fermata.fs;

import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from front to back, in chunks, and ahead: while one chunk is used, other threads fill those after it, so that
 * their hops are seldom waited for. Loop-confined.
 *
 * <p>Made by {@link AsyncFile#reader}, whose file must stay open as long; it needs no closing of its own.
 */
public final class AsyncFileReader {
    private final AsyncFile file;
    private final FileChannel channel;
    private final int chunkSize;
    private final int ahead;

    /** In the file's order: first the one that was handed out last, then those ahead of it. Empty before the first. */
    private final Queue<Chunk> chunks = new ArrayDeque<>();

    private long position;
    private @Nullable Task<@Nullable ByteBuffer> last;

    AsyncFileReader(AsyncFile file, FileChannel channel, int chunkSize, int ahead) {
        if (chunkSize < 1 || ahead < 1) {
            throw new IllegalArgumentException(
                    "at least one chunk of at least one byte is read ahead, not " + ahead + " of " + chunkSize);
        }
        this.file = file;
        this.channel = channel;
        this.chunkSize = chunkSize;
        this.ahead = ahead;
    }

    /**
     * The next chunk: as many bytes as a chunk has, fewer only where the file ends.
     *
     * <p>The buffer is a direct one and the reader's own: use and change it as you like until the following call, which has
     * it filled anew. After a failure each call fails like that again. To cancel the task loses nothing: the following call
     * gives the same chunk.
     *
     * @return null when there is no more; what is appended to the file after that was found is not read
     * @throws IllegalStateException if the chunk before is still waited for
     */
    public Task<@Nullable ByteBuffer> next() throws IOException {
        file.confine();
        Task<@Nullable ByteBuffer> before = last;
        if (before == null) {
            for (int i = 0; i < ahead; i++) {
                fill(ByteBuffer.allocateDirect(chunkSize));
            }
        } else if (!before.isDone()) {
            throw new IllegalStateException("the chunk before is still waited for: await it first");
        } else if (!before.isFailed()) {
            ByteBuffer used = before.result();
            if (used == null || chunks.element().endsFile) {
                return Task.done(null);
            }
            chunks.remove();
            fill(used);
        }
        last = chunks.element().filled.task();
        return last;
    }

    private void fill(ByteBuffer buffer) {
        chunks.add(new Chunk(channel, buffer, position));
        position += chunkSize;
    }

    /** A part of the file, being read by another thread or read already. */
    private static final class Chunk {
        final Uninterrupted<@Nullable ByteBuffer> filled;

        /** Whether the file ended here; written by the thread that reads, before {@code filled} is done. */
        boolean endsFile;

        Chunk(FileChannel channel, ByteBuffer buffer, long position) {
            filled = Uninterrupted.start(() -> read(channel, buffer.clear(), position));
        }

        private @Nullable ByteBuffer read(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
            while (buffer.hasRemaining() && !endsFile) {
                endsFile = channel.read(buffer, position + buffer.position()) < 0;
            }
            return buffer.position() == 0 ? null : buffer.flip();
        }
    }
}
