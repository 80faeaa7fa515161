package dev.fermata.net;

import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Writes all of a buffer to a socket: what it takes at once, and waits while it is full. */
final class Write extends Operation<Void> {
    private final SocketChannel channel;
    private ByteBuffer buffer = NO_BUFFER;

    Write(SocketChannel channel, Readiness readiness) {
        super(SelectionKey.OP_WRITE, readiness);
        this.channel = channel;
    }

    Task<Void> from(ByteBuffer source) throws IOException {
        Transfer.write(channel, source);
        if (!source.hasRemaining()) {
            return Task.done();
        }
        buffer = source;
        return start();
    }

    @Override
    boolean attempt() throws IOException {
        Transfer.write(channel, buffer);
        return !buffer.hasRemaining();
    }

    @Override
    Void takeResult() {
        buffer = NO_BUFFER;
        return null;
    }

    @Override
    void abandon() {
        buffer = NO_BUFFER;
    }
}
