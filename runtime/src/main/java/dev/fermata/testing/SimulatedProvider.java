package dev.fermata.testing;

import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Opens the channels of a {@link SimulatedNetwork}. */
final class SimulatedProvider extends SelectorProvider {
    private final SimulatedNetwork network;

    SimulatedProvider(SimulatedNetwork network) {
        this.network = network;
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
        return new SimulatedListener(this, network, Origin.ofCaller());
    }

    @Override
    public SocketChannel openSocketChannel() {
        return new SimulatedSocket(this, network, "opened at " + Origin.ofCaller());
    }

    @Override
    public DatagramChannel openDatagramChannel() {
        throw only();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
        throw only();
    }

    @Override
    public Pipe openPipe() {
        throw only();
    }

    @Override
    public AbstractSelector openSelector() {
        throw only();
    }

    private static UnsupportedOperationException only() {
        return new UnsupportedOperationException("a simulated network has TCP only");
    }
}
