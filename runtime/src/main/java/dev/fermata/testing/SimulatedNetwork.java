package dev.fermata.testing;

import dev.fermata.Poller.ReadinessHandler;
import dev.fermata.Poller.Registration;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A network inside the test, for the loop of a {@link VirtualTime}: {@link dev.fermata.net.TcpListener} and
 * {@link dev.fermata.net.TcpStream} work on it as they are, and nothing leaves the process. What it does to connections, a
 * {@link Link} says; where there is a choice, the seed decides. The same seed gives the same run.
 *
 * <p>Every address is one of this network's: to bind {@code 10.0.0.1:80} makes that host. Loop-confined, but for setting it up.
 */
public final class SimulatedNetwork {
    private static final int FIRST_FREE_PORT = 49152;

    private final VirtualTime time;
    private final Random random;
    private final SelectorProvider provider = new SimulatedProvider(this);
    private final Map<SelectableChannel, SimulatedRegistration> registrations = new LinkedHashMap<>();
    private final Map<InetSocketAddress, SimulatedListener> listeners = new LinkedHashMap<>();
    private final Map<InetSocketAddress, Link> linksTo = new HashMap<>();
    private final Map<SimulatedSocket, String> sockets = new LinkedHashMap<>();

    /** What would have arrived while the network is cut. */
    private final List<Runnable> heldBack = new ArrayList<>();

    private Link link = Link.perfect();
    private boolean cut;
    private int freePort = FIRST_FREE_PORT;

    /** The network of the loop that goes by {@code time}, which can have one. */
    public SimulatedNetwork(VirtualTime time, long seed) {
        this.time = time;
        this.random = new Random(seed);
        time.connect(this);
    }

    /** Has all connections that are made from now on behave so, unless one was set for their address. Returns this. */
    public SimulatedNetwork link(Link link) {
        this.link = link;
        return this;
    }

    /** Has those that are made to this address from now on behave so. Returns this. */
    public SimulatedNetwork link(InetSocketAddress address, Link link) {
        linksTo.put(address, link);
        return this;
    }

    /** Has nothing arrive any more, nor be refused, without anybody noticing; until {@link #heal}. */
    public void cut() {
        cut = true;
    }

    /** Takes {@link #cut} back: what was under way arrives now. */
    public void heal() {
        cut = false;
        List<Runnable> arriving = List.copyOf(heldBack);
        heldBack.clear();
        arriving.forEach(Runnable::run);
    }

    /** Resets all connections there are. */
    public void resetAll() {
        List.copyOf(sockets.keySet()).forEach(SimulatedSocket::reset);
    }

    /** How many sockets and listeners are open. */
    public int open() {
        return openSockets().size();
    }

    /** What is open, as text: who is connected to whom, who listens where, and which line of the test opened it. */
    public List<String> openSockets() {
        List<String> open = new ArrayList<>();
        listeners.values().forEach(listener -> open.add(listener.toString()));
        sockets.forEach((socket, origin) -> open.add(socket + ", " + origin));
        return open;
    }

    SelectorProvider provider() {
        return provider;
    }

    // The poller's side.

    Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) {
        if (!(channel instanceof SimulatedChannel simulated)) {
            throw new IllegalArgumentException("not a channel of this simulated network: " + channel);
        }
        SimulatedRegistration registration =
                new SimulatedRegistration(simulated, interest, handler, () -> registrations.remove(channel));
        registrations.put(channel, registration);
        return registration;
    }

    /** Calls the handlers of the channels that are ready; false if none is. */
    boolean dispatch() {
        boolean any = false;
        for (SimulatedRegistration each : List.copyOf(registrations.values())) {
            any |= each.dispatch();
        }
        return any;
    }

    void close() {
        for (SelectableChannel channel : List.copyOf(registrations.keySet())) {
            try {
                channel.close();
            } catch (IOException impossible) {
                throw new AssertionError("what is simulated does not fail to close", impossible);
            }
        }
    }

    // The channels' side.

    /** How many bytes a read or write moves that could move so many. */
    int piece(Link link, int most) {
        return most <= 1 || link.largestPiece() == Integer.MAX_VALUE
                ? most
                : 1 + random.nextInt(Math.min(most, link.largestPiece()));
    }

    /** Has something arrive when the latency is over, and not before another time; returns when that is. */
    long send(Link link, long notBefore, Runnable arrival) {
        long spread = link.mostLatency().toNanos() - link.leastLatency().toNanos();
        long latency = link.leastLatency().toNanos() + (spread == 0 ? 0 : (long) (random.nextDouble() * (spread + 1)));
        long at = Math.max(notBefore, time.nanos() + latency);
        time.schedule(Duration.ofNanos(at - time.nanos()), () -> {
            if (cut) {
                heldBack.add(arrival);
            } else {
                arrival.run();
            }
        });
        return at;
    }

    InetSocketAddress bind(SimulatedListener listener, InetSocketAddress wanted) throws BindException {
        InetSocketAddress address = wanted.getPort() == 0 ? freeAddress(wanted.getAddress()) : wanted;
        if (listeners.putIfAbsent(address, listener) != null) {
            throw new BindException("Address already in use: " + address);
        }
        return address;
    }

    InetSocketAddress freeAddress(InetAddress host) {
        return new InetSocketAddress(host, freePort++);
    }

    void unbind(InetSocketAddress address) {
        listeners.remove(address);
    }

    /** Who listens there; null if nobody does. */
    @Nullable SimulatedListener listener(InetSocketAddress address) {
        SimulatedListener exact = listeners.get(address);
        if (exact != null) {
            return exact;
        }
        return listeners.entrySet().stream()
                .filter(each -> each.getKey().getAddress().isAnyLocalAddress()
                        && each.getKey().getPort() == address.getPort())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    Link linkTo(InetSocketAddress address) {
        return linksTo.getOrDefault(address, link);
    }

    void opened(SimulatedSocket socket, String origin) {
        sockets.put(socket, origin);
    }

    void closed(SimulatedSocket socket) {
        sockets.remove(socket);
    }

    void deregister(SelectableChannel channel) {
        registrations.remove(channel);
    }
}
