package dev.fermata.net;

import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;

/** The two ends of a connection on one loop. */
record Pair(LoopThread loop, TcpStream client, TcpStream server) {
    static Pair connect(LoopThread loop) throws Exception {
        TcpListener listener = loop.on(() -> TcpListener.loopback(0));
        Task<TcpStream> accepting = loop.on(listener::accept);
        TcpStream client = loop.await(() -> TcpStream.connect(listener.localAddress()));
        TcpStream server = loop.await(() -> accepting);
        loop.await(listener::closeAsync);
        return new Pair(loop, client, server);
    }

    /** Bytes that differ from run of bytes to run of bytes, the same for the same seed. */
    static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** All that comes until the end of the stream, by buffers of some size. */
    static byte[] readAll(LoopThread loop, TcpStream stream, int bufferSize, int expected) throws Exception {
        var all = ByteBuffer.allocate(expected + 1);
        var buffer = ByteBuffer.allocate(bufferSize);
        while (loop.await(() -> stream.read(buffer)) >= 0) {
            all.put(buffer.flip());
            buffer.clear();
        }
        var bytes = new byte[all.flip().remaining()];
        all.get(bytes);
        return bytes;
    }

    /** Fills the stream until it takes no more; the write that waits. */
    static Task<Void> fill(TcpStream stream) throws IOException {
        for (; ; ) {
            Task<Void> write = stream.write(ByteBuffer.allocate(1 << 20));
            if (!write.isDone()) {
                return write;
            }
        }
    }
}
