package dev.fermata.net;

import dev.fermata.AsyncCloseable;
import dev.fermata.Fermata;
import dev.fermata.Task;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection. Loop-confined: it belongs to the loop on whose thread it was made.
 *
 * <p>One read and one write may be in flight at a time, side by side; a second of either is an
 * {@link IllegalStateException}. A buffer belongs to the operation until its task is done.
 *
 * <p>No method throws an {@link IOException} for what happens on the wire: it is the task that fails with it, at the
 * {@code await}. An operation on a stream that was closed fails with {@link ClosedChannelException}; one that was waiting
 * when its own side closed the stream, with {@link java.nio.channels.AsynchronousCloseException}.
 *
 * <p>{@code TCP_NODELAY} is on: small writes go out at once.
 */
public final class TcpStream implements AsyncCloseable {
    private final SocketChannel channel;
    private final Readiness readiness;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;

    /**
     * True if the last read left room in its buffer, so the socket had no more to give. The next read then waits at once,
     * and saves the system call that would only say so again.
     */
    private boolean drained;
}
