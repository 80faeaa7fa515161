package dev.fermata.fs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that its loop closes if nobody else does. */
record OpenFile(Path path, FileChannel channel) implements Closeable {
    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return "file " + path;
    }
}
