package dev.fermata.net;

import dev.fermata.AsyncCloseable;
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
 * A TCP connection. Loop-confined: it belongs to the loop on whose thread it was made, and is closed with it.
 *
 * <p>One read and one write may be in flight at a time, side by side; a second of either is an
 * {@link IllegalStateException}. A buffer belongs to the operation until its task is done. Cancelling the task ends the
 * operation at once and leaves the stream usable; of a write, a part is on its way by then.
 *
 * <p>No method throws an {@link IOException} for what happens on the wire: it is the task that fails with it, where it is
 * awaited. An operation on a closed stream fails with a {@link ClosedChannelException}, unless there is
 * nothing to do, as its buffer is empty or full; one that was waiting when its own
 * side closed the stream, with an {@link java.nio.channels.AsynchronousCloseException}.
 *
 * <p>{@code TCP_NODELAY} is on: small writes go out at once.
 */
public final class TcpStream implements AsyncCloseable<IOException> {
    private final SocketChannel channel;
    private final Readiness readiness;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final Read read;
    private final Write write;

    /** A stream on a channel that is connected and non-blocking. */
    TcpStream(SocketChannel channel, Readiness readiness) throws IOException {
        this.channel = channel;
        this.readiness = readiness;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.remote = (InetSocketAddress) channel.getRemoteAddress();
        this.read = new Read(channel, readiness);
        this.write = new Write(channel, readiness);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** A stream on a channel as a listener hands it out. */
    static TcpStream accepted(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            return new TcpStream(channel, new Readiness(channel));
        } catch (Throwable failure) {
            channel.close();
            throw failure;
        }
    }

    /**
     * Connects to a listener. Cancelling the task gives up and closes the socket.
     *
     * @param address an {@link InetSocketAddress}; to one that was not looked up the connection fails with
     *     {@link java.net.UnknownHostException}, as looking it up would block
     * @throws java.nio.channels.UnsupportedAddressTypeException if the address is of another kind
     */
    public static Task<TcpStream> connect(SocketAddress address) throws IOException {
        try {
            return Connect.to(address);
        } catch (IOException failure) {
            return Task.failed(failure);
        }
    }

    /**
     * Reads what is there, up to {@code buffer.remaining()} bytes; waits only if there is nothing.
     *
     * @return the number of bytes; -1 at the end of the stream; 0 only if the buffer has no room
     * @throws IllegalArgumentException if the buffer is read-only
     */
    public Task<Integer> read(ByteBuffer buffer) throws IOException {
        readiness.requireIdle(SelectionKey.OP_READ, "read");
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException("the buffer to read into is read-only");
        }
        try {
            return buffer.hasRemaining() ? read.into(buffer) : ByteCount.task(0);
        } catch (IOException failure) {
            return Task.failed(failure);
        }
    }

    /** Writes all that remains in the buffer; waits as often as the peer is slower. */
    public Task<Void> write(ByteBuffer buffer) throws IOException {
        readiness.requireIdle(SelectionKey.OP_WRITE, "write");
        try {
            return write.from(buffer);
        } catch (IOException failure) {
            return Task.failed(failure);
        }
    }

    /**
     * Ends this side's output: the peer reads what was written and then the end of the stream, and may go on sending.
     * Doing so again has no effect.
     *
     * @throws IllegalStateException if a write is in flight
     */
    public Task<Void> shutdownOutput() throws IOException {
        readiness.requireIdle(SelectionKey.OP_WRITE, "write");
        try {
            channel.shutdownOutput();
            return Task.done();
        } catch (IOException failure) {
            return Task.failed(failure);
        }
    }

    /** Closes the connection; what is in flight fails, the peer still gets what was written. Closing again has no effect. */
    @Override
    public Task<Void> closeAsync() throws IOException {
        try {
            readiness.close("the stream to " + remote + " was closed by its own side, with this operation in flight");
            return Task.done();
        } catch (IOException failure) {
            return Task.failed(failure);
        }
    }

    /** This side's address; also when closed. */
    public InetSocketAddress localAddress() {
        return local;
    }

    /** The peer's address; also when closed. */
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    /** The value of one of the {@link StandardSocketOptions}. */
    public <V> V option(SocketOption<V> option) throws IOException {
        return channel.getOption(option);
    }

    /** Sets one of the {@link StandardSocketOptions}; returns this. */
    public <V> TcpStream option(SocketOption<V> option, V value) throws IOException {
        channel.setOption(option, value);
        return this;
    }

    @Override
    public String toString() {
        return "TcpStream[" + local + " to " + remote + (channel.isOpen() ? "]" : ", closed]");
    }
}
