package dev.fermata.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Files that fail as they are told to, over files that do not. What is done by a path from {@link #over}, also by
 * {@link dev.fermata.fs.AsyncFile} and {@link dev.fermata.fs.AsyncFiles}, is done to the real one, if the faults let it.
 *
 * <p>Any thread, as file operations are offloaded.
 */
public final class FaultyFiles {
    private final VirtualTime time;
    private final Random random;
    private final Map<FileOperation, Integer> counts = new EnumMap<>(FileOperation.class);
    private final List<Fault> faults = new ArrayList<>();
    private int largestPiece = Integer.MAX_VALUE;
    private long space = Long.MAX_VALUE;
    private Duration latency = Duration.ZERO;

    /** Without faults so far. The seed says how long short reads are. */
    public FaultyFiles(VirtualTime time, long seed) {
        this.time = time;
        this.random = new Random(seed);
    }

    private record Fault(FileOperation operation, int number, IOException failure) {}

    /** The same file or directory as {@code real}, and what is below it, with these faults. */
    public Path over(Path real) {
        return new FaultyFileSystem(this, real.getFileSystem()).path(real);
    }

    /**
     * Has an operation fail.
     *
     * @param number which of its kind, counted from now: 1 is the next one
     */
    public synchronized FaultyFiles failAt(FileOperation operation, int number, IOException failure) {
        if (number < 1) {
            throw new IllegalArgumentException("the next operation is number 1: there is no " + number);
        }
        faults.add(new Fault(operation, count(operation) + number, failure));
        return this;
    }

    /** Has reads and writes move at most so many bytes, and often fewer: the seed says how many. */
    public synchronized FaultyFiles pieces(int largest) {
        if (largest < 1) {
            throw new IllegalArgumentException("a piece has at least one byte, not " + largest);
        }
        largestPiece = largest;
        return this;
    }

    /** Has the disk be full when so many more bytes were written. */
    public synchronized FaultyFiles space(long bytes) {
        space = bytes;
        return this;
    }

    /** Has each operation that is offloaded take so much virtual time. */
    public synchronized FaultyFiles latency(Duration duration) {
        latency = duration;
        return this;
    }

    /** How many operations of a kind there were, those that failed among them. */
    public synchronized int count(FileOperation operation) {
        return counts.getOrDefault(operation, 0);
    }

    /** Takes the time that an operation takes, and lets it fail if it is to. */
    void perform(FileOperation operation) throws IOException {
        pass();
        fail(operation);
    }

    private void pass() {
        Duration pause;
        synchronized (this) {
            pause = latency;
        }
        if (!pause.isZero()) {
            time.pause(pause);
        }
    }

    private synchronized void fail(FileOperation operation) throws IOException {
        int number = counts.merge(operation, 1, Integer::sum);
        for (Fault fault : faults) {
            if (fault.operation == operation && fault.number == number) {
                throw fault.failure;
            }
        }
    }

    /** The part of a buffer that is read next. */
    synchronized ByteBuffer toRead(ByteBuffer target) {
        return target.duplicate().limit(target.position() + piece(target.remaining()));
    }

    /** The part of a buffer that is written next; throws if nothing can be any more. */
    synchronized ByteBuffer toWrite(ByteBuffer source) throws IOException {
        if (source.hasRemaining() && space == 0) {
            throw new IOException("No space left on device");
        }
        int size = piece((int) Math.min(source.remaining(), space));
        space -= size;
        return source.duplicate().limit(source.position() + size);
    }

    private int piece(int most) {
        return most <= 1 || largestPiece == Integer.MAX_VALUE ? most : 1 + random.nextInt(Math.min(most, largestPiece));
    }
}
