package dev.fermata.testing;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One end of a connection of a {@link SimulatedNetwork}. */
final class SimulatedSocket extends SocketChannel implements SimulatedChannel {
    private final SimulatedNetwork network;
    private final SocketOptions options = new SocketOptions();
    private @Nullable InetSocketAddress local;
    private @Nullable InetSocketAddress remote;
    private boolean connecting;
    private boolean connected;
    private @Nullable String refusal;
    private @Nullable Flow incoming;
    private @Nullable Flow outgoing;
    private boolean inputShut;
    private boolean outputShut;

    SimulatedSocket(SimulatedProvider provider, SimulatedNetwork network, String origin) {
        super(provider);
        this.network = network;
        network.opened(this, origin);
    }

    static InetSocketAddress inet(@Nullable SocketAddress address) {
        if (address == null) {
            return new InetSocketAddress(0);
        }
        if (!(address instanceof InetSocketAddress inet)) {
            throw new UnsupportedAddressTypeException();
        }
        return inet;
    }

    @Override
    public boolean connect(SocketAddress address) throws IOException {
        requireOpen();
        if (connected) {
            throw new AlreadyConnectedException();
        }
        if (connecting) {
            throw new ConnectionPendingException();
        }
        InetSocketAddress target = inet(address);
        connecting = true;
        remote = target;
        if (local == null) {
            local = network.freeAddress(InetAddress.getLoopbackAddress());
        }
        Link link = network.linkTo(target);
        network.send(link, 0, () -> knock(target, link));
        return false;
    }

    /** The request has come to where it was sent; the answer goes back. */
    private void knock(InetSocketAddress target, Link link) {
        SimulatedListener listener = network.listener(target);
        if (listener == null || !listener.hasRoom()) {
            network.send(link, 0, () -> refusal = "Connection refused");
            return;
        }
        Flow there = new Flow(network, link);
        Flow back = new Flow(network, link);
        there.onReset(back::reset);
        back.onReset(there::reset);
        SimulatedSocket accepted = new SimulatedSocket((SimulatedProvider) provider(), network, "accepted");
        accepted.join(target, Objects.requireNonNull(local), there, back);
        listener.arrive(accepted);
        network.send(link, 0, () -> {
            if (isOpen()) {
                join(Objects.requireNonNull(local), target, back, there);
            } else {
                there.reset();
            }
        });
    }

    private void join(InetSocketAddress local, InetSocketAddress remote, Flow incoming, Flow outgoing) {
        this.local = local;
        this.remote = remote;
        this.incoming = incoming;
        this.outgoing = outgoing;
        connected = !connecting;
    }

    @Override
    public boolean finishConnect() throws IOException {
        requireOpen();
        if (connected) {
            return true;
        }
        if (refusal != null) {
            String why = refusal;
            close();
            throw new ConnectException(why);
        }
        if (incoming == null) {
            return false;
        }
        connecting = false;
        connected = true;
        return true;
    }

    @Override
    public int readyOperations() {
        if (connecting) {
            return refusal != null || incoming != null ? SelectionKey.OP_CONNECT : 0;
        }
        int ready = incoming != null && (inputShut || incoming.isReadable()) ? SelectionKey.OP_READ : 0;
        return outgoing != null && outgoing.isWritable() ? ready | SelectionKey.OP_WRITE : ready;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        Flow flow = connected(incoming);
        return inputShut ? -1 : flow.read(target);
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
        Flow flow = connected(outgoing);
        if (outputShut) {
            throw new ClosedChannelException();
        }
        return source.hasRemaining() ? flow.write(source) : 0;
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

    private Flow connected(@Nullable Flow flow) throws ClosedChannelException {
        requireOpen();
        if (flow == null || !connected) {
            throw new NotYetConnectedException();
        }
        return flow;
    }

    private void requireOpen() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public SocketChannel shutdownInput() throws IOException {
        connected(incoming);
        inputShut = true;
        return this;
    }

    @Override
    public SocketChannel shutdownOutput() throws IOException {
        Flow flow = connected(outgoing);
        if (!outputShut) {
            outputShut = true;
            flow.end();
        }
        return this;
    }

    /** Ends both directions, as if the network had lost the connection. */
    void reset() {
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    @Override
    protected void implCloseSelectableChannel() {
        network.deregister(this);
        network.closed(this);
        if (incoming != null && outgoing != null) {
            incoming.abandon();
            if (!outputShut) {
                outgoing.end();
            }
        }
    }

    @Override
    protected void implConfigureBlocking(boolean block) {}

    @Override
    public SocketChannel bind(@Nullable SocketAddress address) throws IOException {
        requireOpen();
        if (local != null) {
            throw new BindException("bound already, to " + local);
        }
        InetSocketAddress wanted = inet(address);
        local = wanted.getPort() == 0 ? network.freeAddress(wanted.getAddress()) : wanted;
        return this;
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> option, T value) throws IOException {
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
    public Socket socket() {
        throw new UnsupportedOperationException("a simulated channel has no socket");
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isConnectionPending() {
        return connecting;
    }

    @Override
    public @Nullable SocketAddress getRemoteAddress() throws IOException {
        requireOpen();
        return remote;
    }

    @Override
    public @Nullable SocketAddress getLocalAddress() throws IOException {
        requireOpen();
        return local;
    }

    @Override
    public String toString() {
        return "socket from " + local + " to " + remote;
    }
}
