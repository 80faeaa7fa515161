package dev.fermata.fs;

import dev.fermata.AsyncCloseable;
import dev.fermata.BlockingCallable;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An open file. Loop-confined: it belongs to the loop on whose thread it was opened, and is closed with it. Another thread
 * does the work, one hop for each call.
 *
 * <p>Reads and writes at a position of their own may overlap. Those without one go on from where the last of them ended,
 * at first the start of the file (with {@link StandardOpenOption#APPEND}, writes go to its end); of these, one may be in
 * flight at a time, and a second is an {@link IllegalStateException}.
 *
 * <p>A buffer belongs to the operation until that has ended. Cancelling a task gives up waiting; the operation itself goes
 * on to its end, and may use the buffer until then.
 *
 * <p>No method throws an {@link IOException} itself: it is the task that fails with it. An operation on a closed file fails
 * with a {@link java.nio.channels.ClosedChannelException}.
 */
public final class AsyncFile implements AsyncCloseable<IOException> {
    private static final int CHUNK_SIZE = 64 * 1024;
    private static final int CHUNKS_AHEAD = 8;

    private final EventLoop loop;
    private final Path path;
    private final FileChannel channel;

    /** What the loop closes, and names where it says what is open. */
    private final OpenFile resource;

    /** The last operation that went on from the one before. */
    private @Nullable Uninterrupted<?> sequential;

    private AsyncFile(EventLoop loop, Path path, FileChannel channel) {
        this.loop = loop;
        this.path = path;
        this.channel = channel;
        this.resource = new OpenFile(path, channel);
    }

    /**
     * Opens a file, for reading where no option says otherwise. If the task is cancelled, the file is closed again.
     *
     * @param options those of {@link FileChannel#open}
     */
    public static Task<AsyncFile> open(Path path, OpenOption... options) throws IOException {
        EventLoop loop = EventLoop.current();
        return Uninterrupted.<AsyncFile>start(() -> new AsyncFile(loop, path, FileChannel.open(path, options)))
                .andThen(file -> loop.onClose(file.resource))
                .taskOr(AsyncFile::startClosing);
    }

    /**
     * Reads on, until the buffer is full or the file ends.
     *
     * @return the number of bytes; -1 at the end of the file; 0 only if the buffer has no room
     */
    public Task<Integer> read(ByteBuffer buffer) throws IOException {
        return next(() -> Pieces.read(buffer, channel::read));
    }

    /**
     * Reads what begins at {@code position}, in bytes from the start, until the buffer is full or the file ends.
     *
     * @return the number of bytes; -1 at the end of the file and beyond; 0 only if the buffer has no room
     */
    public Task<Integer> read(ByteBuffer buffer, long position) throws IOException {
        return start(() -> Pieces.read(buffer, position, channel));
    }

    /** Writes all that remains in the buffer, after what was read or written last. */
    public Task<Void> write(ByteBuffer buffer) throws IOException {
        return next((BlockingAction) () -> Pieces.write(buffer, channel::write));
    }

    /** Writes all that remains in the buffer, from {@code position} on; a gap before it is filled with zeros. */
    public Task<Void> write(ByteBuffer buffer, long position) throws IOException {
        return start((BlockingAction) () -> Pieces.write(buffer, position, channel));
    }

    /** Reads the file from its start, in chunks of 64 KiB, of which eight are read ahead. */
    public AsyncFileReader reader() {
        return reader(CHUNK_SIZE, CHUNKS_AHEAD);
    }

    /**
     * Reads the file from its start.
     *
     * @param chunkSize bytes of a chunk
     * @param ahead chunks that are in memory at a time, being read or used
     */
    public AsyncFileReader reader(int chunkSize, int ahead) {
        return new AsyncFileReader(this, channel, chunkSize, ahead);
    }

    /** The length in bytes. */
    public Task<Long> size() throws IOException {
        return start(channel::size);
    }

    /** Returns when all that was written has reached the device; with {@code metadata}, what is known of the file too. */
    public Task<Void> force(boolean metadata) throws IOException {
        return start((BlockingAction) () -> channel.force(metadata));
    }

    /** Closes the file; operations in flight fail. Closing again has no effect. */
    @Override
    public Task<Void> closeAsync() throws IOException {
        return startClosing();
    }

    private Task<Void> startClosing() {
        confine();
        return Uninterrupted.start((BlockingAction) channel::close)
                .andThen(closed -> loop.forget(resource))
                .task();
    }

    void confine() {
        if (!loop.isRunningHere()) {
            throw new IllegalStateException(
                    this + " was used on another thread than that of the event loop which owns it");
        }
    }

    @Override
    public String toString() {
        return "AsyncFile[" + path + (channel.isOpen() ? "]" : ", closed]");
    }

    private <T extends @Nullable Object> Task<T> next(BlockingCallable<T, IOException> work) {
        confine();
        if (sequential != null && !sequential.isDone()) {
            throw new IllegalStateException(
                    "the operation before is still in flight, and this one would go on from where it"
                            + " ends: await it first, or give each a position");
        }
        Uninterrupted<T> started = Uninterrupted.start(work);
        sequential = started;
        return started.task();
    }

    private <T extends @Nullable Object> Task<T> start(BlockingCallable<T, IOException> work) {
        confine();
        return Uninterrupted.start(work).task();
    }
}
