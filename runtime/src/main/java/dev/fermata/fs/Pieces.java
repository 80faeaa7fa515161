package dev.fermata.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Moves bytes between a buffer and a file, in pieces. NIO copies a heap buffer to a direct one of the same size for each
 * system call, and keeps that for the thread; a piece bounds what each thread of the pool keeps. Any thread.
 */
final class Pieces {
    private static final int SIZE = 128 * 1024;

    private Pieces() {}

    /** One system call; the number of bytes that it moved from or to the buffer, -1 at the end of the file. */
    @FunctionalInterface
    interface Transfer {
        int move(ByteBuffer buffer) throws IOException;
    }

    /** Reads until the buffer is full or the file has no more; the number of bytes, -1 if there was none to begin with. */
    static int read(ByteBuffer buffer, Transfer transfer) throws IOException {
        int start = buffer.position();
        int limit = buffer.limit();
        int moved;
        try {
            do {
                buffer.limit(Math.min(limit, buffer.position() + SIZE));
                moved = transfer.move(buffer);
            } while (moved > 0 && buffer.position() < limit); // a short read is not the end of the file
        } finally {
            buffer.limit(limit);
        }
        return buffer.position() > start ? buffer.position() - start : moved;
    }

    /** Likewise, from a position in the file on. */
    static int read(ByteBuffer buffer, long position, FileChannel file) throws IOException {
        int start = buffer.position();
        return read(buffer, piece -> file.read(piece, position + piece.position() - start));
    }

    /** Writes all that remains in the buffer. */
    static void write(ByteBuffer buffer, Transfer transfer) throws IOException {
        int limit = buffer.limit();
        try {
            while (buffer.position() < limit) {
                buffer.limit(Math.min(limit, buffer.position() + SIZE));
                transfer.move(buffer);
            }
        } finally {
            buffer.limit(limit);
        }
    }

    /** Likewise, from a position in the file on. */
    static void write(ByteBuffer buffer, long position, FileChannel file) throws IOException {
        int start = buffer.position();
        write(buffer, piece -> file.write(piece, position + piece.position() - start));
    }
}
