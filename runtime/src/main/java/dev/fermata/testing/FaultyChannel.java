package dev.fermata.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An open file of {@link FaultyFiles}. */
final class FaultyChannel extends FileChannel {
    private final FaultyFiles faults;
    private final FileChannel real;

    FaultyChannel(FaultyFiles faults, FileChannel real) {
        this.faults = faults;
        this.real = real;
    }

    @FunctionalInterface
    private interface Transfer {
        int move(ByteBuffer piece) throws IOException;
    }

    private int read(ByteBuffer target, Transfer transfer) throws IOException {
        faults.perform(FileOperation.READ);
        return move(target, faults.toRead(target), transfer);
    }

    private int write(ByteBuffer source, Transfer transfer) throws IOException {
        faults.perform(FileOperation.WRITE);
        return move(source, faults.toWrite(source), transfer);
    }

    private static int move(ByteBuffer whole, ByteBuffer piece, Transfer transfer) throws IOException {
        int moved = transfer.move(piece);
        whole.position(piece.position());
        return moved;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return read(target, real::read);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return read(target, piece -> real.read(piece, position));
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, targets.length);
        for (int i = offset; i < offset + length; i++) {
            if (targets[i].hasRemaining()) {
                return read(targets[i]); // a short read, as it may be
            }
        }
        return 0;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return write(source, real::write);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return write(source, piece -> real.write(piece, position));
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, sources.length);
        for (int i = offset; i < offset + length; i++) {
            if (sources[i].hasRemaining()) {
                return write(sources[i]); // a short write, as it may be
            }
        }
        return 0;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        faults.perform(FileOperation.FORCE);
        real.force(metadata);
    }

    @Override
    public long size() throws IOException {
        faults.perform(FileOperation.LOOK);
        return real.size();
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        faults.perform(FileOperation.CHANGE);
        real.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException("a faulty file is read and written by buffers");
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("a faulty file is read and written by buffers");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("a faulty file cannot be mapped: nobody would see what fails");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
