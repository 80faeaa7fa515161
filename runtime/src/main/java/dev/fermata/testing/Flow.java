package dev.fermata.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

/** One direction of a simulated connection: bytes that are under way, and those that have arrived and are not read. */
final class Flow {
    private final SimulatedNetwork network;
    private final Link link;
    private final Queue<ByteBuffer> arrived = new ArrayDeque<>();

    /** Bytes between the writer and the reader. */
    private int held;

    /** Bytes that were let in. */
    private long accepted;

    /** When the last that is under way arrives: nothing overtakes it. */
    private long lastArrival;

    private boolean ended;
    private boolean reset;

    /** Whether the writer knows that nobody reads any more. */
    private boolean unread;

    private Runnable onReset = () -> {};

    Flow(SimulatedNetwork network, Link link) {
        this.network = network;
        this.link = link;
    }

    /** Has the other direction learn when this is reset. */
    void onReset(Runnable action) {
        onReset = action;
    }

    boolean isReadable() {
        return !arrived.isEmpty() || ended || reset;
    }

    boolean isWritable() {
        return reset || unread || (held < link.capacity() && accepted < link.resetAfter());
    }

    int write(ByteBuffer source) throws IOException {
        if (reset) {
            throw new IOException("Connection reset");
        }
        if (unread) {
            throw new IOException("Broken pipe");
        }
        long room = Math.min(link.capacity() - held, link.resetAfter() - accepted);
        int size = network.piece(link, (int) Math.min(room, source.remaining()));
        if (size == 0) {
            return 0;
        }
        ByteBuffer piece = ByteBuffer.allocate(size);
        piece.put(source.slice().limit(size)).flip();
        source.position(source.position() + size);
        held += size;
        accepted += size;
        send(() -> arrived.add(piece));
        if (accepted == link.resetAfter()) {
            send(this::reset);
        }
        return size;
    }

    int read(ByteBuffer target) throws IOException {
        ByteBuffer first = arrived.peek();
        if (first == null) {
            if (reset) {
                throw new IOException("Connection reset");
            }
            return ended ? -1 : 0;
        }
        int size = network.piece(link, Math.min(first.remaining(), target.remaining()));
        target.put(first.slice().limit(size));
        first.position(first.position() + size);
        held -= size;
        if (!first.hasRemaining()) {
            arrived.remove();
        }
        return size;
    }

    /** The writer has no more. */
    void end() {
        send(() -> ended = true);
    }

    /** The reader wants no more; the writer learns of it in time. */
    void abandon() {
        arrived.clear();
        send(() -> unread = true);
    }

    void reset() {
        if (!reset) {
            reset = true;
            onReset.run();
        }
    }

    /** Has something happen at the other end, after all that was sent before. */
    private void send(Runnable arrival) {
        lastArrival = network.send(link, lastArrival, arrival);
    }
}
