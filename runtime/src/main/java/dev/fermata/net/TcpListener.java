package dev.fermata.net;

import dev.fermata.AsyncCloseable;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;

/**
 * A TCP port on which connections are accepted. Loop-confined: it belongs to the loop on whose thread it was bound, and is
 * closed with it.
 *
 * <p>The operating system makes the connections and keeps them, up to the backlog, until they are accepted. One accept may
 * be in flight at a time. On a closed listener it fails with a {@link ClosedChannelException}; one that was waiting when
 * the listener was closed, with an {@link java.nio.channels.AsynchronousCloseException}.
 */
public final class TcpListener implements AsyncCloseable<IOException> {
    /** Connections; the operating system may have a lower limit. */
    private static final int DEFAULT_BACKLOG = 1024;

    private final ServerSocketChannel channel;
    private final Readiness readiness;
    private final InetSocketAddress local;
    private final Accept accept;

    private TcpListener(ServerSocketChannel channel) throws IOException {
        this.channel = channel;
        this.readiness = new Readiness(channel);
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.accept = new Accept(channel, readiness);
    }

    /** Listens on the loopback address, for this machine only; port 0 stands for any free one. */
    public static TcpListener loopback(int port) throws IOException {
        return bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Listens on an address, with room for {@value #DEFAULT_BACKLOG} connections that wait to be accepted. */
    public static TcpListener bind(SocketAddress address) throws IOException {
        return bind(address, DEFAULT_BACKLOG);
    }

    /**
     * Listens on an address, with {@code SO_REUSEADDR} set.
     *
     * @param address an {@link InetSocketAddress}; its port may be 0, which stands for any free one
     * @param backlog how many connections may wait to be accepted; the operating system may have a lower limit
     * @throws java.net.BindException if the address is taken, or is not one of this machine
     * @throws java.nio.channels.UnsupportedAddressTypeException if the address is of another kind
     */
    public static TcpListener bind(SocketAddress address, int backlog) throws IOException {
        ServerSocketChannel channel = EventLoop.current().poller().channels().openServerSocketChannel();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, backlog);
            return new TcpListener(channel);
        } catch (Throwable failure) {
            channel.close();
            throw failure;
        }
    }

    /** The next connection; waits only if there is none. */
    public Task<TcpStream> accept() throws IOException {
        readiness.requireIdle(SelectionKey.OP_ACCEPT, "accept");
        try {
            return accept.next();
        } catch (IOException failure) {
            return Task.failed(failure);
        }
    }

    /** Stops listening; an accept in flight fails. Streams that were accepted stay open. Closing again has no effect. */
    @Override
    public Task<Void> closeAsync() throws IOException {
        try {
            readiness.close("the listener on " + local + " was closed, with this accept in flight");
            return Task.done();
        } catch (IOException failure) {
            return Task.failed(failure);
        }
    }

    /** The address listened on, with the port that was found where 0 was asked for; also when closed. */
    public InetSocketAddress localAddress() {
        return local;
    }

    /** The value of one of the {@link StandardSocketOptions}. */
    public <V> V option(SocketOption<V> option) throws IOException {
        return channel.getOption(option);
    }

    /** Sets one of the {@link StandardSocketOptions}; returns this. */
    public <V> TcpListener option(SocketOption<V> option, V value) throws IOException {
        channel.setOption(option, value);
        return this;
    }

    @Override
    public String toString() {
        return "TcpListener[" + local + (channel.isOpen() ? "]" : ", closed]");
    }
}
