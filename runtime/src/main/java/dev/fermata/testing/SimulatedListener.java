package dev.fermata.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bound port of a {@link SimulatedNetwork}, and the connections that wait there. */
final class SimulatedListener extends ServerSocketChannel implements SimulatedChannel {
    private static final int DEFAULT_BACKLOG = 50;

    private final SimulatedNetwork network;
    private final String origin;
    private final SocketOptions options = new SocketOptions();
    private final Queue<SimulatedSocket> waiting = new ArrayDeque<>();
    private @Nullable InetSocketAddress local;
    private int backlog;

    SimulatedListener(SimulatedProvider provider, SimulatedNetwork network, String origin) {
        super(provider);
        this.network = network;
        this.origin = origin;
    }

    @Override
    public ServerSocketChannel bind(@Nullable SocketAddress address, int backlog) throws IOException {
        requireOpen();
        this.local = network.bind(this, SimulatedSocket.inet(address));
        this.backlog = backlog > 0 ? backlog : DEFAULT_BACKLOG;
        return this;
    }

    boolean hasRoom() {
        return waiting.size() < backlog;
    }

    void arrive(SimulatedSocket socket) {
        waiting.add(socket);
    }

    @Override
    public @Nullable SocketChannel accept() throws IOException {
        requireOpen();
        if (local == null) {
            throw new NotYetBoundException();
        }
        return waiting.poll();
    }

    private void requireOpen() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public int readyOperations() {
        return waiting.isEmpty() ? 0 : SelectionKey.OP_ACCEPT;
    }

    @Override
    public @Nullable SocketAddress getLocalAddress() throws IOException {
        requireOpen();
        return local;
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> option, T value) throws IOException {
        requireOpen();
        options.set(option, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> option) throws IOException {
        requireOpen();
        return options.get(option);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return SocketOptions.SUPPORTED;
    }

    @Override
    public ServerSocket socket() {
        throw new UnsupportedOperationException("a simulated channel has no socket");
    }

    @Override
    protected void implCloseSelectableChannel() {
        network.deregister(this);
        if (local != null) {
            network.unbind(local);
        }
        waiting.forEach(SimulatedSocket::reset);
        waiting.forEach(network::closed);
        waiting.clear();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {}

    @Override
    public String toString() {
        return "listener on " + local + ", opened at " + origin;
    }
}
