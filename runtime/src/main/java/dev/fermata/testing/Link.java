package dev.fermata.testing;

import java.time.Duration;

/**
 * How a connection of a {@link SimulatedNetwork} behaves, in each of its two directions.
 *
 * @param leastLatency how long bytes are under way at least; those of one connection stay in order, others may overtake them
 * @param mostLatency how long at most; in between, the network's seed decides
 * @param capacity bytes that are under way or arrived and not read: a writer waits when so many are
 * @param largestPiece bytes that one read or write moves at most; the seed decides how many, from 1
 * @param resetAfter bytes that arrive before the connection is reset; {@link Long#MAX_VALUE} for never
 */
public record Link(Duration leastLatency, Duration mostLatency, int capacity, int largestPiece, long resetAfter) {
    /** Checks that the link can transport anything at all. */
    public Link {
        if (leastLatency.isNegative() || mostLatency.compareTo(leastLatency) < 0) {
            throw new IllegalArgumentException("a latency from " + leastLatency + " to " + mostLatency);
        }
        if (capacity < 1 || largestPiece < 1 || resetAfter < 1) {
            throw new IllegalArgumentException("a capacity of " + capacity + " bytes, pieces of up to " + largestPiece
                    + ", a reset after " + resetAfter);
        }
    }

    /** At once, 64 KiB, in pieces as large as there is room, never reset. */
    public static Link perfect() {
        return new Link(Duration.ZERO, Duration.ZERO, 64 * 1024, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** As this, with a latency that is always the same. */
    public Link withLatency(Duration latency) {
        return withLatency(latency, latency);
    }

    /** As this, with a latency that the seed chooses for each write. */
    public Link withLatency(Duration least, Duration most) {
        return new Link(least, most, capacity, largestPiece, resetAfter);
    }

    /** As this, with room for so many bytes. */
    public Link withCapacity(int bytes) {
        return new Link(leastLatency, mostLatency, bytes, largestPiece, resetAfter);
    }

    /** As this, with reads and writes of at most so many bytes. */
    public Link withPieces(int largest) {
        return new Link(leastLatency, mostLatency, capacity, largest, resetAfter);
    }

    /** As this, reset when so many bytes have arrived. */
    public Link withResetAfter(long bytes) {
        return new Link(leastLatency, mostLatency, capacity, largestPiece, bytes);
    }
}
