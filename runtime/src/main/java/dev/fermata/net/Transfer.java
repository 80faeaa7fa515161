package dev.fermata.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Moves bytes between a buffer and a socket, in pieces.
 *
 * <p>NIO copies a heap buffer to a direct one of the same size, whole, before each system call, and keeps that direct buffer
 * for the thread. Eight megabytes written to a slow reader would so be copied again for every hundred kilobytes that the
 * socket takes. A piece bounds both the copying and what is kept.
 */
final class Transfer {
    /** Bytes; about what a socket's buffer takes at once. */
    static final int PIECE = 128 * 1024;

    /** Pieces that one call writes before others on the loop have their turn, however fast the peer reads. */
    private static final int PIECES_PER_TURN = 16;

    private Transfer() {}

    /** Reads once; the number of bytes, 0 if there are none yet, -1 at the end of the stream. */
    static int read(SocketChannel channel, ByteBuffer buffer) throws IOException {
        int limit = shorten(buffer);
        try {
            return channel.read(buffer);
        } finally {
            buffer.limit(limit);
        }
    }

    /** Writes until the buffer is empty, the socket is full or the turn is over. */
    static void write(SocketChannel channel, ByteBuffer buffer) throws IOException {
        for (int pieces = 0; buffer.hasRemaining() && pieces < PIECES_PER_TURN; pieces++) {
            int limit = shorten(buffer);
            try {
                channel.write(buffer);
                if (buffer.hasRemaining()) {
                    return;
                }
            } finally {
                buffer.limit(limit);
            }
        }
    }

    /** Leaves at most a piece between position and limit; the limit that was. */
    private static int shorten(ByteBuffer buffer) {
        int limit = buffer.limit();
        if (buffer.remaining() > PIECE) {
            buffer.limit(buffer.position() + PIECE);
        }
        return limit;
    }
}
