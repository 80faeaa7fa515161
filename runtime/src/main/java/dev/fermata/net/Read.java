package dev.fermata.net;

import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Reads from a socket: takes what there is, and waits if that is nothing. */
final class Read extends Operation<Integer> {
    private final SocketChannel channel;
    private ByteBuffer buffer = NO_BUFFER;
    private int count;

    Read(SocketChannel channel, Readiness readiness) {
        super(SelectionKey.OP_READ, readiness);
        this.channel = channel;
    }

    /** Reads into a buffer that has room. */
    Task<Integer> into(ByteBuffer target) throws IOException {
        if (readiness.mayHaveInput || !channel.isOpen()) {
            int available = receive(target);
            if (available != 0) {
                return ByteCount.task(available);
            }
        }
        buffer = target;
        return start();
    }

    private int receive(ByteBuffer target) throws IOException {
        int asked = Math.min(target.remaining(), Transfer.PIECE);
        int received = Transfer.read(channel, target);
        readiness.mayHaveInput = received < 0 || received == asked;
        return received;
    }

    @Override
    boolean attempt() throws IOException {
        count = receive(buffer);
        return count != 0;
    }

    @Override
    Integer takeResult() {
        buffer = NO_BUFFER;
        return count;
    }

    @Override
    void abandon() {
        buffer = NO_BUFFER;
    }
}
